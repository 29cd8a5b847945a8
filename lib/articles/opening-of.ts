import type { Access } from "@/lib/entitlements/types";
import { cutLeadIn } from "./cut-lead-in";

/** What everyone may read of a walled text: nothing beyond the standfirst where the wall is hard, shorter where its title says so. */
export function openingOf(article: { access: Access; language: string; leadIn: readonly string[]; leadInWords: number | null }): string[] {
  if (article.access === "paid") return [];
  return article.leadInWords === null ? [...article.leadIn] : cutLeadIn(article.leadIn, article.language, article.leadInWords);
}
