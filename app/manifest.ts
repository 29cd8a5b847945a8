import type { MetadataRoute } from "next";
import { product } from "@/lib/core/product";

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: product.name,
    short_name: product.name,
    description: product.description,
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#fbf9f5",
    theme_color: "#fbf9f5",
    categories: ["news", "magazines"],
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "Top stories right now", url: "/#top-stories" },
      { name: "Our Picks", url: "/#picks" },
    ],
  };
}
