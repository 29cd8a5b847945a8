import { mayRead } from "@/lib/entitlements/may-read";
import { mutedIds } from "@/lib/entitlements/may-show";
import type { Mute } from "@/lib/entitlements/mute-types";
import type { Viewer } from "@/lib/entitlements/types";
import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { CardRow } from "./card-row";
import { selectCards } from "./card-store";
import { findMutes } from "./mute-door-store";

/** Newest tellings of a story that are looked at; an author that many titles print may be muted too. */
const eachMax = 4;
const storiesMax = 100;

/**
 * Rows of stories with another title's article where the teller is muted and not what is told: one that this viewer may
 * open before one that is shut, the newest first. Null where the event itself is muted, or nobody else tells it.
 *
 * @param mutes what hides each row, as `findMutes` says
 */
export async function replaceMuted(
  rows: readonly CardRow[],
  mutes: readonly (Mute | null)[],
  viewer: Viewer,
  now: Date,
): Promise<(CardRow | null)[]> {
  const isReplaceable = (index: number) => mutes[index]?.kind === "publisher" || mutes[index]?.kind === "author";
  const storyIds = new Set(rows.flatMap(({ storyId }, index) => (storyId !== null && isReplaceable(index) ? [storyId] : [])));
  const candidates = storyIds.size === 0 ? [] : await listTellings([...storyIds], [...mutedIds(viewer, "publisher", now)]);
  const theirs = await findMutes(candidates, viewer, now);
  const byStory = Map.groupBy(
    candidates.filter((_row, index) => !theirs[index]),
    ({ storyId }) => storyId,
  );
  return rows.map((row, index) => {
    if (!mutes[index]) return row;
    const others = isReplaceable(index) ? (byStory.get(row.storyId) ?? []) : [];
    return others.find(({ policy }) => mayRead(viewer, policy, now).granted) ?? others[0] ?? null;
  });
}

/** The newest articles of these stories by other publishers. Order: story, publishedAt desc, id desc; at most 4 a story. */
function listTellings(storyIds: readonly number[], publisherIds: readonly number[], conn: Conn = db): Promise<CardRow[]> {
  const source = Prisma.sql`unnest(${storyIds.slice(0, storiesMax)}::int[]) AS wanted(id) CROSS JOIN LATERAL (SELECT x.* FROM article x
    JOIN publisher xp ON xp.id = x.publisher_id AND xp.is_active
    WHERE x.story_id = wanted.id AND x.publisher_id <> ALL(${[...publisherIds]}::int[]) AND x.taken_down_at IS NULL AND x.hidden_at IS NULL
      AND (x.embargo_until IS NULL OR x.embargo_until <= now())
    ORDER BY x.published_at DESC, x.id DESC LIMIT ${eachMax}) a`;
  return selectCards(source, Prisma.sql`ORDER BY wanted.id, a.published_at DESC, a.id DESC`, conn);
}
