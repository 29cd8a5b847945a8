import type { ArticleCard } from "@/lib/articles/types";

/** One of Our Picks with the editor's public note. */
export type PickCard = { card: ArticleCard; note: string; editorName: string };
