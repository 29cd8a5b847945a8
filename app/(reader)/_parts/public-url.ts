import { product } from "@/lib/core/product";
import { env } from "@/lib/platform/env";

/** Our own address of a path, on the one canonical origin. */
export function publicUrl(path: string): string {
  return new URL(path, env().PUBLIC_URL ?? `http://localhost:${env().PORT}`).toString();
}

/** Title and canonical address of a page that is no article. */
export function pageMetadata(title: string, path: string) {
  const url = publicUrl(path);
  return { title, alternates: { canonical: url }, openGraph: { title, url, siteName: product.name, type: "website" as const } };
}
