import "server-only";
import { requireEditor } from "@/lib/accounts/guards";
import { findDeskArticle } from "./desk-store";
import type { DeskArticle } from "./desk-types";

/** An article as the desk sees it; null for whoever is no editor, and where there is none. */
export async function readDeskArticle(slug: string): Promise<DeskArticle | null> {
  return (await requireEditor()) ? findDeskArticle(slug) : null;
}
