import { primaryLanguage } from "@/lib/articles/count-words";
import { listLeadPictureJobs } from "@/lib/articles/media-store";
import type { StoreCounts } from "@/lib/articles/store";
import { olderPagesMax } from "@/lib/feeds/find-older";
import type { DueFeed } from "@/lib/feeds/types";
import type { JobRequest } from "@/lib/platform/queue";
import type { Sql } from "@/lib/platform/sql";
import type { ReadPoll } from "./read-poll";

/** As many articles as one invalidation may name. */
const idsMax = 2_000;

/** The jobs that stored entries ask for: pages out of date, stories to find, full texts and lead pictures to fetch. */
export async function listFollowUps(stored: ReadonlyMap<ReadPoll, StoreCounts>, now: Date, conn: Sql): Promise<JobRequest[]> {
  const ids = [...stored.values()].flatMap((counts) => counts.ids);
  if (ids.length === 0) return [];
  const invalidations = Array.from({ length: Math.ceil(ids.length / idsMax) }, (_, index) =>
    ids.slice(index * idsMax, (index + 1) * idsMax),
  );
  const grown = [...stored].filter(([, counts]) => counts.created > 0).map(([poll]) => poll.feed);
  return [
    ...invalidations.flatMap((articleIds): JobRequest[] => [
      { name: "pages.invalidate", data: { articleIds } },
      { name: "sections.file", data: { articleIds } },
      { name: "topics.tag", data: { articleIds }, delaySec: 1 },
    ]),
    ...assignmentsFor(grown),
    ...[...stored.keys()].flatMap((poll) => (poll.feed.lastSuccessAt === null ? olderOf(poll, 1) : [])),
    ...[...stored.values()].flatMap((counts) => counts.enrichIds.map(enrichment)),
    ...(await listLeadPictureJobs(ids, now, conn)),
  ];
}

/** The job that reads what stands behind this answer: of a feed that is read for the first time, and of a page of it. */
export const olderOf = ({ feed, olderUrl }: ReadPoll, page: number): JobRequest[] =>
  olderUrl && page <= olderPagesMax
    ? [{ name: "feeds.older", data: { feedId: feed.id, url: olderUrl, page }, key: `${feed.id} ${page}` }]
    : [];

const enrichment = (articleId: number): JobRequest => ({ name: "articles.enrich", data: { articleId }, key: String(articleId) });

/** What comes within these seconds is assigned together: whatever comes late has its successors judged again. */
const assignDelaySec = 4;

/** The jobs that give these feeds' new articles their stories: one waits for each language. */
export function assignmentsFor(feeds: readonly DueFeed[]): JobRequest[] {
  const languages = new Set(feeds.map((feed) => primaryLanguage(feed.language ?? feed.publisher.language)));
  return [...languages].map((language) => ({ name: "stories.assign", data: { language }, key: language, delaySec: assignDelaySec }));
}
