import { z } from "zod";
import { minuteSec } from "@/lib/core/clock";
import { directionOfLanguage } from "@/lib/core/language";
import { type Conn, db, type Tx } from "@/lib/platform/db";
import { foldCategory } from "./fold-category";
import type { TitleFacts, TitleFeed, TitleRecord } from "./title-types";

const titleColumns = {
  id: true,
  slug: true,
  name: true,
  homeUrl: true,
  tagline: true,
  country: true,
  language: true,
  colour: true,
  initials: true,
  stateMedia: true,
  licence: true,
  wall: true,
  indexing: true,
  fullText: true,
  leadInWords: true,
  isSample: true,
  isActive: true,
  sectionMap: true,
  logoHash: true,
  pausedAt: true,
  retiredAt: true,
  quietToldAt: true,
  mergedInto: { select: { slug: true, name: true } },
  feeds: { where: { isActive: true }, orderBy: { id: "asc" }, take: 1, select: { minIntervalSec: true, maxIntervalSec: true } },
} as const;

/** The title with this slug, in the paper or not; null for none. The pace is that of its first feed. */
export async function findTitleRecord(slug: string, conn: Conn = db): Promise<TitleRecord | null> {
  const found = await conn.publisher.findUnique({ where: { slug }, select: titleColumns });
  if (!found) return null;
  const { feeds, sectionMap, ...title } = found;
  const [pace] = feeds;
  const minutes = (seconds: number | null | undefined): number | null => (seconds ? Math.round(seconds / minuteSec) : null);
  const map = z.record(z.string(), z.string()).catch({}).parse(sectionMap);
  return { ...title, sectionMap: map, minMinutes: minutes(pace?.minIntervalSec), maxMinutes: minutes(pace?.maxIntervalSec) };
}

/** What the newest entries of a title call their sections, the commonest first; at most 24. */
export async function listCategories(publisherId: number, conn: Conn = db): Promise<string[]> {
  const rows = await conn.$queryRaw<{ category: string }[]>`
    SELECT category FROM (SELECT categories FROM article WHERE publisher_id = ${publisherId} ORDER BY published_at DESC, id DESC LIMIT 300) a,
      unnest(a.categories) AS category GROUP BY category ORDER BY count(*) DESC, category LIMIT 24`;
  return rows.map((row) => row.category);
}

/** The feeds of a title, those that are read first. At most 200. */
export function listFeedsOf(publisherId: number, conn: Conn = db): Promise<TitleFeed[]> {
  return conn.feed.findMany({
    where: { publisherId },
    orderBy: [{ isActive: "desc" }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      url: true,
      section: true,
      isActive: true,
      identity: true,
      minIntervalSec: true,
      maxIntervalSec: true,
      lastSuccessAt: true,
      failureCount: true,
      goneAt: true,
    },
  });
}

/** What was decided on a title, the newest first. At most 50. */
export function listDecisions(publisherId: number, conn: Conn = db) {
  return conn.inclusionDecision.findMany({
    where: { publisherId },
    orderBy: { decidedAt: "desc" },
    take: 50,
    select: { id: true, verdict: true, reason: true, decidedBy: true, decidedAt: true },
  });
}

/** The columns that a form's facts come to; the pace is the feeds'. */
function toColumns({ minMinutes: _min, maxMinutes: _max, category, categorySection, ...facts }: TitleFacts) {
  return { ...facts, sectionMap: toSectionMap(category, categorySection) };
}

/** Says of a stored or posted list of categories which section each is; those left to the house are left out. */
function toSectionMap(categories: readonly string[], sections: readonly string[]): Record<string, string> {
  return Object.fromEntries(categories.flatMap((category, index) => (sections[index] ? [[foldCategory(category), sections[index]]] : [])));
}

/** Makes a title of the office's own. @returns its id; null when its slug is taken */
export async function createTitle(facts: TitleFacts & { slug: string }, now: Date, tx: Tx): Promise<number | null> {
  const taken = await tx.publisher.findUnique({ where: { slug: facts.slug }, select: { id: true } });
  if (taken) return null;
  const direction = directionOfLanguage(facts.language) ?? "ltr";
  const data = { ...toColumns(facts), slug: facts.slug, direction, editions: [], officeAt: now };
  const created = await tx.publisher.create({ data, select: { id: true } });
  return created.id;
}

/** Writes what the office says of a title, and of the pace of its feeds. */
export async function updateTitle(id: number, facts: TitleFacts, now: Date, tx: Tx): Promise<void> {
  const direction = directionOfLanguage(facts.language) ?? "ltr";
  await tx.publisher.update({ where: { id }, data: { ...toColumns(facts), direction, officeAt: now }, select: { id: true } });
  await tx.feed.updateMany({ where: { publisherId: id }, data: paceOf(facts) });
}

/** A pace in the seconds that feeds are polled by. */
export const paceOf = ({ minMinutes, maxMinutes }: Pick<TitleFacts, "minMinutes" | "maxMinutes">) => ({
  minIntervalSec: minMinutes === null ? null : minMinutes * minuteSec,
  maxIntervalSec: maxMinutes === null ? null : maxMinutes * minuteSec,
});

/** Pauses a title, lets it go on, or retires it for good. */
export async function setStanding(id: number, standing: "pause" | "resume" | "retire", now: Date, tx: Tx): Promise<void> {
  const changes = {
    pause: { pausedAt: now },
    resume: { pausedAt: null, retiredAt: null, isActive: true },
    retire: { retiredAt: now, pausedAt: null, quietToldAt: null },
  } as const;
  await tx.publisher.update({ where: { id }, data: { ...changes[standing], officeAt: now }, select: { id: true } });
}

/** Makes one title part of another: its feeds go over at once, its pages lead there; its articles are moved by the worker. */
export async function mergeInto(fromId: number, intoId: number, now: Date, tx: Tx): Promise<void> {
  await tx.publisher.update({
    where: { id: fromId },
    data: { mergedIntoId: intoId, isActive: false, officeAt: now },
    select: { id: true },
  });
  // Whoever was merged into this one before leads straight on.
  await tx.publisher.updateMany({ where: { mergedIntoId: fromId }, data: { mergedIntoId: intoId } });
  await tx.publisher.update({ where: { id: intoId }, data: { officeAt: now }, select: { id: true } });
  await tx.feed.updateMany({ where: { publisherId: fromId }, data: { publisherId: intoId } });
}

/** Where a merged title went; null for one that is on its own. */
export async function findMerge(id: number, conn: Conn = db): Promise<{ slug: string; intoId: number; intoSlug: string } | null> {
  const title = await conn.publisher.findUnique({
    where: { id },
    select: { slug: true, mergedInto: { select: { id: true, slug: true } } },
  });
  return title?.mergedInto ? { slug: title.slug, intoId: title.mergedInto.id, intoSlug: title.mergedInto.slug } : null;
}

/** The slug that a merged title's addresses lead to; null for any other. */
export async function findMergedSlug(slug: string, conn: Conn = db): Promise<string | null> {
  const title = await conn.publisher.findUnique({ where: { slug }, select: { mergedInto: { select: { slug: true } } } });
  return title?.mergedInto?.slug ?? null;
}

/** Shows a picture, or none, in place of a title's initials. @returns its slug; null when it is gone */
export async function setLogo(id: number, logoHash: string | null, conn: Conn = db): Promise<string | null> {
  const [title] = await conn.publisher.updateManyAndReturn({ where: { id }, data: { logoHash }, select: { slug: true } });
  return title?.slug ?? null;
}

type Decision = { publisherId: number | null; name: string; homeUrl: string; verdict: string; reason: string; decidedBy: string };

/** Keeps what was decided on a title, for its readers to see. */
export async function recordDecision(decision: Decision, now: Date, tx: Tx): Promise<void> {
  await tx.inclusionDecision.create({ data: { ...decision, decidedAt: now }, select: { id: true } });
}
