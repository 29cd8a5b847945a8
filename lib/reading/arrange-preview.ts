import type { ArticleCard } from "@/lib/articles/types";
import { type FollowTarget, followRefText } from "./follow-types";

/** A card of the page that is being put together, and what brought it; nothing for a top story. */
export type PreviewCard = { card: ArticleCard; because: readonly FollowTarget[] };

/** After so many of one's own comes one of the top stories: a page of picks alone would hide what everybody tells. */
const picksPerTop = 2;

/**
 * The first cards of a front page of one's own: the newest of each pick before a second of any, with a top story after
 * every two; top stories alone where nothing is picked. No story twice. Same input, same page.
 *
 * @param picked newest first, each with what brought it
 * @param top best first
 */
export function arrangePreview(picked: readonly PreviewCard[], top: readonly ArticleCard[], take: number): PreviewCard[] {
  const own = spreadByPick(picked);
  const common = top.map((card): PreviewCard => ({ card, because: [] }));
  const page: PreviewCard[] = [];
  const used = new Set<string>();
  while (page.length < take && own.length + common.length > 0) {
    const isTopsTurn = page.length % (picksPerTop + 1) === picksPerTop;
    const next = (isTopsTurn ? common.shift() : own.shift()) ?? own.shift() ?? common.shift();
    if (!next || used.has(storyKey(next.card))) continue;
    used.add(storyKey(next.card));
    page.push(next);
  }
  return page;
}

const storyKey = ({ id, storySlug }: ArticleCard): string => storySlug ?? `article ${id}`;

function spreadByPick(picked: readonly PreviewCard[]): PreviewCard[] {
  const seen = new Map<string, number>();
  const rounds = picked.map((preview) => {
    // What several picks brought counts for the one that has brought the least so far.
    const names = preview.because.map(followRefText);
    const round = Math.min(...names.map((name) => seen.get(name) ?? 0));
    for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
    return { preview, round };
  });
  return rounds.sort((a, b) => a.round - b.round).map(({ preview }) => preview);
}
