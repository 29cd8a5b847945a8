import { storeEntries } from "@/lib/articles/store";
import { inSqlTransaction } from "@/lib/platform/sql";
import { dropEngines } from "@/lib/stories/engine-store";
import type { PrismaClient } from "@/prisma/generated/client";
import { makeDraft, makeEntry, makeFeed } from "../../unit/articles/make-draft";
import { storePublisher } from "../ingest/store-publisher";

/** One article of a made-up stream: which event it tells, when, in whose paper. */
export type Told = { key: string; event: number; publisher: string; publishedAt: Date; headline: string; text: string };

const startAt = Date.parse("2026-11-20T06:00:00Z");
const papers = ["herald", "courier", "ledger", "mercury", "beacon"];

/** Events of four to five tellings each, woven into one another as the hours pass. Same number, same stream. */
export function makeStream(events: number): Told[] {
  const told = Array.from({ length: events }, (_, event) => tellEvent(event)).flat();
  return told.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || (a.key < b.key ? -1 : 1));
}

function tellEvent(event: number): Told[] {
  const random = seeded(event + 1);
  // Every third event has some matter in common with the one before it: neighbours, not the same.
  const neighbour = seeded(event);
  const borrowed = Array.from({ length: event % 3 === 2 ? 4 : 0 }, () => makeWord(neighbour));
  const matter = [...Array.from({ length: 14 }, () => makeWord(random)), ...borrowed];
  const count = 4 + (event % 2);
  return Array.from({ length: count }, (_, index) => {
    const words = () => Array.from({ length: 9 }, () => matter[Math.floor(random() * matter.length)] ?? "");
    const sentence = () => `The ${words().join(" and ")} were ${makeWord(random)}.`;
    return {
      key: `${event}-${index}`,
      event,
      publisher: papers[index] ?? "herald",
      publishedAt: new Date(startAt + event * 23 * 60_000 + index * 17 * 60_000),
      headline: `${matter.slice(index % 3, 6 + (index % 3)).join(" ")} ${makeWord(random)}`,
      text: Array.from({ length: 12 }, sentence).join(" "),
    };
  });
}

const syllables = ["ka", "ru", "mi", "to", "ve", "lan", "dor", "pes", "gil", "sho", "bra", "quen", "tis", "wol", "fan"];

const makeWord = (random: () => number): string =>
  Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)] ?? "").join("");

/** Numbers from 0 to 1 that are the same every time (linear congruential, modulus 2^31). */
export function seeded(seed: number): () => number {
  let state = seed * 7_919;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Empties the store of articles and stories, and this process of what it remembers. */
export async function emptyStore(db: PrismaClient): Promise<void> {
  await db.$executeRaw`TRUNCATE article, story, publisher RESTART IDENTITY CASCADE`;
  dropEngines("en");
}

/** Stores articles as their feeds would bring them, all seen at one instant. */
export async function storeTold(told: readonly Told[], now: Date, db: PrismaClient): Promise<void> {
  for (const { key, publisher, publishedAt, headline, text } of told) {
    const known = await db.publisher.findUnique({ where: { slug: publisher }, select: { id: true } });
    const publisherId = known?.id ?? (await storePublisher(db, publisher));
    const entry = makeEntry({ guid: key, url: `https://${publisher}.example/${key}`, title: headline, publishedAt, paragraphs: [text] });
    const draft = makeDraft(entry, makeFeed({ publisherId, section: "world" }), { firstSeenAt: now });
    await inSqlTransaction((conn) => storeEntries([{ publisherId, drafts: [draft] }], { now, sanitizerVersion: 1 }, conn));
  }
}

/** Which articles stand together, by their keys: the same for the same partition, whatever the numbers. */
export async function readPartition(db: PrismaClient): Promise<string[]> {
  const articles = await db.article.findMany({ select: { guid: true, storyId: true } });
  const groups = [...Map.groupBy(articles, (article) => article.storyId).entries()];
  return groups
    .map(([storyId, group]) =>
      storyId === null
        ? "waiting"
        : group
            .map(({ guid }) => guid)
            .sort()
            .join(" "),
    )
    .sort();
}
