import { product } from "@/lib/core/product";
import { feedFormats } from "@/lib/syndication/feed-formats";
import { publicUrl } from "@/lib/syndication/queries";

/** Says to feed readers where a page's feeds are. Source: WHATWG HTML, 4.6.7.1 ("alternate" with a type) */
export function feedAlternates(name: string, path: string) {
  return feedFormats.map(({ format, type }) => (
    <link key={format} rel="alternate" type={type} title={`${name} · ${product.name}`} href={publicUrl(`${path}/feed.${format}`)} />
  ));
}
