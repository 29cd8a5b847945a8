import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { addFollows, setFollow } from "./follow-store";
import type { FollowRef, FollowTarget } from "./follow-types";
import { saveReaderSettings } from "./settings-store";

/** How much a title is seen at present. */
export type TitleReach = { publisherId: number; topStories: number; articles: number };

const reachDays = 7;
/** Articles of a title counted at most: who prints more is not the better known for it. */
const articlesCounted = 30;
const titlesMax = 1_000;

/**
 * The titles that print at present: in how many of the top stories of these languages each takes part, and its
 * articles of the last seven days, at most 30. Read by indexes of titles, places and stories; nothing grows with the store.
 */
export function listTitleReach(languages: readonly string[], now: Date, conn: Conn = db): Promise<TitleReach[]> {
  return conn.$queryRaw<TitleReach[]>`
    WITH told AS (
      SELECT a.publisher_id, count(DISTINCT t.story_id)::int AS stories FROM top_place t JOIN article a ON a.story_id = t.story_id
      WHERE t.edition = ANY(${[...languages]}::text[]) AND t.section = 'all' GROUP BY a.publisher_id)
    SELECT p.id AS "publisherId", COALESCE(told.stories, 0) AS "topStories", recent.articles
    FROM publisher p LEFT JOIN told ON told.publisher_id = p.id
    CROSS JOIN LATERAL (SELECT count(*)::int AS articles FROM (SELECT 1 FROM article x
      WHERE x.publisher_id = p.id AND x.published_at > ${addMs(now, -reachDays * dayMs)} LIMIT ${articlesCounted}) few) recent
    WHERE p.is_active AND recent.articles > 0 ORDER BY p.id LIMIT ${titlesMax}`;
}

/** The topics most written about in the last 14 days, so many of each language. Order: the languages as given, then most articles. */
export function listNewsTopics(languages: readonly string[], takeEach: number, conn: Conn = db): Promise<FollowTarget[]> {
  return conn.$queryRaw<FollowTarget[]>`
    SELECT 'topic' AS kind, t.id::text AS target, t.name, '/topic/' || t.slug AS path, t.language
    FROM unnest(${[...languages]}::text[]) WITH ORDINALITY AS wanted(language, place)
    CROSS JOIN LATERAL (SELECT id, slug, name, language, article_count FROM topic
      WHERE language = wanted.language AND merged_into_id IS NULL AND article_count > 0
      ORDER BY article_count DESC, id DESC LIMIT ${Math.min(50, takeEach)}) t
    ORDER BY wanted.place, t.article_count DESC, t.id DESC`;
}

/** What an account chose: to follow, to let go of, and where and in which languages it reads. */
export type Onboarding = {
  userId: string;
  picked: readonly FollowRef[];
  dropped: readonly FollowRef[];
  country: string | null;
  languages: string[];
};

/**
 * Keeps all of it at once; the account has chosen from then on.
 *
 * @returns false where there was not room for all that was picked: the first that fit are followed
 */
export function keepOnboarding({ userId, picked, dropped, country, languages }: Onboarding, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    for (const { kind, target } of dropped) await setFollow({ userId, kind, target, isOn: false }, now, tx);
    const followed = await addFollows(userId, picked, now, tx);
    await saveReaderSettings(userId, { country, languages, onboardedAt: now }, now, tx);
    return followed === picked.length;
  });
}
