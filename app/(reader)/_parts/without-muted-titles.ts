import { noteHidden } from "@/lib/entitlements/hidden-tally";
import { mutedIds } from "@/lib/entitlements/may-show";
import { listTitles } from "@/lib/feeds/queries";
import type { Reader } from "./reader";

/** Titles, by their slugs, without those that the reader has muted, in the same order. */
export async function withoutMutedTitles<Title extends { slug: string }>(
  titles: readonly Title[],
  { viewer, now }: Reader,
): Promise<Title[]> {
  const ids = mutedIds(viewer, "publisher", now);
  if (ids.size === 0) return [...titles];
  const muted = new Map((await listTitles()).filter(({ id }) => ids.has(id)).map(({ id, slug }) => [slug, id]));
  noteHidden(
    viewer,
    "publisher",
    titles.flatMap(({ slug }) => muted.get(slug) ?? []),
  );
  return titles.filter(({ slug }) => !muted.has(slug));
}
