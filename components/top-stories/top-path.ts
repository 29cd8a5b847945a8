import type { SectionSlug } from "@/lib/articles/sections";
import { product } from "@/lib/core/product";

/** The address of a list of top stories: `/top`, `/top/politics`, `/top/all/de`. */
export function topPath(section: SectionSlug | "all", edition: string): string {
  if (edition !== product.editionLanguage) return `/top/${section}/${edition}`;
  return section === "all" ? "/top" : `/top/${section}`;
}
