import { product } from "@/lib/core/product";
import { publicUrl } from "@/lib/syndication/queries";

/** Title and canonical address of a page that is no article. */
export function pageMetadata(title: string, path: string) {
  const url = publicUrl(path);
  return { title, alternates: { canonical: url }, openGraph: { title, url, siteName: product.name, type: "website" as const } };
}
