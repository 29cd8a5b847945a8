import { product } from "@/lib/core/product";
import { publicUrl } from "@/lib/syndication/queries";

/** Head of a page that is no article: its one address and what a link preview shows. */
export function pageHead(title: string, path: string, description: string = product.description) {
  const url = publicUrl(path);
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={url} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={product.name} />
    </>
  );
}
