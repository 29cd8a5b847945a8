import type { ArticleCard } from "@/lib/articles/types";

/** One story in "Top stories right now": its lead article and how many titles tell it. */
export type TopStory = { rank: number; card: ArticleCard; titleCount: number };
