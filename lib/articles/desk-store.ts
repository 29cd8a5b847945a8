import { type Conn, db } from "@/lib/platform/db";
import { listActsOn } from "./desk-acts-store";
import type { DeskArticle } from "./desk-types";
import type { SectionSlug } from "./sections";
import type { Direction } from "./types";

const listMax = 30;

const columns = {
  id: true,
  slug: true,
  headline: true,
  standfirst: true,
  byline: true,
  language: true,
  direction: true,
  url: true,
  section: true,
  sectionBy: true,
  access: true,
  ownWall: true,
  embargoUntil: true,
  takenDownAt: true,
  hiddenAt: true,
  correction: true,
  correctedAt: true,
  hasBody: true,
  wordCount: true,
  revisionCount: true,
  publishedAt: true,
  firstSeenAt: true,
  updatedAt: true,
  publisher: { select: { slug: true, name: true, licence: true, wall: true } },
  story: { select: { id: true, slug: true, articleCount: true, publisherCount: true } },
  held: { select: { storyId: true } },
  pictures: {
    orderBy: { position: "asc" },
    take: listMax,
    select: { credit: true, alt: true, media: { select: { hash: true, width: true, height: true } } },
  },
  revisions: { orderBy: { number: "desc" }, take: listMax, select: { number: true, kind: true, headline: true, seenAt: true, note: true } },
  picks: {
    orderBy: { startsAt: "desc" },
    take: listMax,
    select: { startsAt: true, endsAt: true, editorName: true, note: true, list: { select: { name: true } } },
  },
} as const;

/** An article as the desk sees it, whatever its state; null where there is none. */
export async function findDeskArticle(slug: string, conn: Conn = db): Promise<DeskArticle | null> {
  const row = await conn.article.findUnique({ where: { slug }, select: columns });
  if (!row) return null;
  const { url, story, held, pictures, revisions, picks, section, direction, ...facts } = row;
  return {
    ...facts,
    originalUrl: url,
    section: section as SectionSlug,
    direction: direction as Direction,
    embargoUntil: isoOf(row.embargoUntil),
    takenDownAt: isoOf(row.takenDownAt),
    hiddenAt: isoOf(row.hiddenAt),
    correctedAt: isoOf(row.correctedAt),
    publishedAt: row.publishedAt.toISOString(),
    firstSeenAt: row.firstSeenAt.toISOString(),
    updatedAt: isoOf(row.updatedAt),
    pictures: pictures.map(({ media, ...words }) => ({ ...words, ...media })),
    revisions: revisions.map((each) => ({ ...each, seenAt: each.seenAt.toISOString() })),
    story: story && {
      slug: story.slug,
      articleCount: story.articleCount,
      publisherCount: story.publisherCount,
      isHeld: held?.storyId === story.id,
    },
    picks: picks.map(({ list, ...pick }) => ({
      ...pick,
      list: list.name,
      startsAt: pick.startsAt.toISOString(),
      endsAt: isoOf(pick.endsAt),
    })),
    acts: await listActsOn("article", String(row.id), conn),
  };
}

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What decides whether an act fits: its licence and whether it is withdrawn; null for no such article. */
export async function findActFacts(slug: string, conn: Conn = db): Promise<{ isPartner: boolean; isWithdrawn: boolean } | null> {
  const row = await conn.article.findUnique({ where: { slug }, select: { takenDownAt: true, publisher: { select: { licence: true } } } });
  return row && { isPartner: row.publisher.licence === "partner", isWithdrawn: row.takenDownAt !== null };
}
