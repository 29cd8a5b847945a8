import { db, type Tx } from "@/lib/platform/db";
import type { PrismaClient } from "@/prisma/generated/client";
import { type CatalogueEntry, fromCatalogue, fromSample, type SampleEntry, type WantedPublisher } from "./catalogue-entry";
import { type FeedPlan, type KnownFeed, planFeeds } from "./plan-feeds";
import { type PublisherFacts, publisherColumns } from "./publisher-store";

/** What a load did to publishers and their feeds. */
export type LoadCounts = { publishers: number; created: number; deactivated: number; feeds: number };

/** Sample titles are near and few, and show new entries while one looks: every 30 s. */
const sampleIntervalSec = 30;
const catalogueIntervalSec = 900;

type Stored = PublisherFacts & { isActive: boolean; officeAt: Date | null; feeds: KnownFeed[] };

/**
 * Loads the catalogue and, where wanted, the sample partners, in one transaction. What is in neither is taken
 * out of the paper; nothing is deleted. Running it again writes nothing.
 *
 * @param lists.sample null takes all sample partners out
 */
export function loadPublishers(
  lists: { catalogue: readonly CatalogueEntry[]; sample: readonly SampleEntry[] | null },
  conn: PrismaClient = db,
  now = new Date(),
): Promise<LoadCounts> {
  const wanted = [...lists.catalogue.map(fromCatalogue), ...(lists.sample ?? []).map(fromSample)];
  return conn.$transaction((tx) => upsertPublishers(wanted, now, tx));
}

/**
 * Makes the stored publishers and feeds those of `wanted`: creates, updates, and takes out of the paper what
 * is no longer wanted. Articles are never deleted, a title that an operator has made a partner stays one, and what the
 * office has changed by hand stays as it is.
 * Running it again writes nothing.
 */
async function upsertPublishers(wanted: readonly WantedPublisher[], now: Date, tx: Tx): Promise<LoadCounts> {
  const bySlug = new Map((await listStored(tx)).map((publisher) => [publisher.slug, publisher]));
  const fresh = wanted.filter((publisher) => !bySlug.has(publisher.slug));
  const freshIds = await createPublishers(fresh, tx);
  const feedsToCreate = [];
  for (const publisher of wanted) {
    const known = bySlug.get(publisher.slug);
    if (known && isOffices(known)) continue;
    if (known) await updatePublisher(publisher, known, tx);
    const plan = planFeeds(known?.feeds ?? [], publisher.feeds, publisher.isSample);
    await changeFeeds(plan, now, tx);
    const publisherId = known?.id ?? freshIds.get(publisher.slug);
    if (publisherId === undefined) continue;
    const intervalSec = publisher.isSample ? sampleIntervalSec : catalogueIntervalSec;
    feedsToCreate.push(...plan.create.map((feed) => ({ ...feed, publisherId, intervalSec, nextPollAt: now })));
  }
  await tx.feed.createMany({ data: feedsToCreate, skipDuplicates: true });
  return {
    publishers: wanted.length,
    created: fresh.length,
    deactivated: await deactivateOthers(
      wanted.map((publisher) => publisher.slug),
      tx,
    ),
    feeds: wanted.reduce((sum, publisher) => sum + publisher.feeds.length, 0),
  };
}

/** Whoever runs the paper has changed it by hand: the list no longer says what it is. Sample titles are the newsroom's own. */
const isOffices = (known: Stored): boolean => known.officeAt !== null && !known.isSample;

function listStored(tx: Tx): Promise<Stored[]> {
  const feeds = { select: { id: true, url: true, formerUrls: true, section: true, language: true, isActive: true } };
  return tx.publisher.findMany({ select: { ...publisherColumns, isActive: true, officeAt: true, feeds } });
}

async function createPublishers(fresh: readonly WantedPublisher[], tx: Tx): Promise<Map<string, number>> {
  const data = fresh.map(({ feeds: _feeds, ...facts }) => facts);
  const created = await tx.publisher.createManyAndReturn({ data, select: { id: true, slug: true } });
  return new Map(created.map((publisher) => [publisher.slug, publisher.id]));
}

async function updatePublisher(publisher: WantedPublisher, known: Stored, tx: Tx): Promise<void> {
  const { feeds: _feeds, ...facts } = publisher;
  const isOperatorsPartner = known.licence === "partner" && !publisher.isSample;
  const kept = isOperatorsPartner ? { licence: known.licence, wall: known.wall, fullText: known.fullText } : {};
  const { id, feeds: _stored, officeAt: _officeAt, ...before } = known;
  const after = { ...facts, ...kept, isActive: true };
  if (isSame(before, after)) return;
  await tx.publisher.update({ where: { id }, data: after, select: { id: true } });
}

function isSame(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  return Object.entries(after).every(([name, value]) => JSON.stringify(before[name]) === JSON.stringify(value));
}

async function changeFeeds(plan: FeedPlan, now: Date, tx: Tx): Promise<void> {
  for (const { id, isMoved, ...feed } of plan.update) {
    const fresh = { etag: null, lastModified: null, validatorsUrl: null, bodyHash: null, failureCount: 0, nextPollAt: now };
    await tx.feed.update({ where: { id }, data: { ...feed, isActive: true, ...(isMoved ? fresh : {}) }, select: { id: true } });
  }
  if (plan.deactivate.length === 0) return;
  await tx.feed.updateMany({ where: { id: { in: plan.deactivate } }, data: { isActive: false } });
}

/**
 * Takes out what a former catalogue or newsroom brought and this one does not. Publishers that someone added
 * by hand belong to no edition and are no samples: they stay.
 */
async function deactivateOthers(slugs: readonly string[], tx: Tx): Promise<number> {
  const left = await tx.publisher.updateMany({
    where: { isActive: true, officeAt: null, slug: { notIn: [...slugs] }, OR: [{ isSample: true }, { editions: { isEmpty: false } }] },
    data: { isActive: false },
  });
  return left.count;
}
