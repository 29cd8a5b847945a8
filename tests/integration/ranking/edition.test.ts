import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMs, hourMs } from "@/lib/core/clock";
import type { Viewer } from "@/lib/entitlements/types";
import { env } from "@/lib/platform/env";
import { readEdition } from "@/lib/ranking/edition-queries";
import { RankLog } from "@/lib/ranking/engine/rank-log";
import { replayOrder } from "@/lib/ranking/engine/replay-order";
import { saveReaderSettings } from "@/lib/reading/settings-store";
import { accountViewer } from "../../support/account-viewer";
import { createTestDatabase } from "../../support/test-database";

const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url });
afterAll(close);

const now = new Date("2026-11-22T09:30:00Z");
const hints = { languages: ["en"], country: "GB" };
const countries = ["GB", "FR", "IN", "US", "AU"];

type Reader = Extract<Viewer, { kind: "account" }>;

async function newReader(name: string, facts: Partial<Reader> = {}): Promise<Reader> {
  await db.user.create({ data: { id: name, name, email: `${name}@example.com` } });
  return accountViewer({ userId: name, ...facts });
}

/** A story of one article; every third is closed to free accounts. */
async function tell(place: number, publisherId: number): Promise<void> {
  const publishedAt = addMs(now, -place * 0.2 * hourMs);
  const hash = `edition-${place}`.padEnd(32, "0");
  const story = await db.story.create({
    data: { slug: `story-${place}`, language: "en", section: "world", firstAt: publishedAt, lastAt: publishedAt, score: 100 - place },
  });
  const article = await db.article.create({
    data: {
      publisherId,
      guid: hash,
      guidHash: hash,
      url: `https://paper.example/${place}`,
      urlHash: hash,
      slug: `told-${place}`,
      headline: `What happened at ${place}`,
      section: "world",
      language: "en",
      access: place % 3 === 0 ? "paid" : "open",
      hasBody: true,
      wordCount: 200 + (place % 4) * 230,
      contentHash: hash,
      publishedAt,
      firstSeenAt: publishedAt,
      storyId: story.id,
    },
  });
  await db.story.update({ where: { id: story.id }, data: { leadArticleId: article.id } });
  await db.topPlace.create({ data: { edition: "en", section: "all", place: place + 1, storyId: story.id, score: 100 - place, terms: {} } });
}

beforeAll(async () => {
  for (const [index, country] of countries.entries()) {
    await db.publisher.create({
      data: {
        slug: `title-${index}`,
        name: `Title ${index}`,
        homeUrl: `https://title-${index}.example`,
        country,
        language: "en",
        colour: "#334455",
        initials: "T",
        licence: "partner",
        wall: "open",
      },
    });
  }
  const publishers = await db.publisher.findMany({ orderBy: { slug: "asc" }, select: { id: true } });
  for (let place = 0; place < 36; place += 1) await tell(place, publishers[place % publishers.length]?.id ?? 0);
});

const minutesOf = (cards: readonly { readingMinutes: number }[]) => cards.reduce((sum, card) => sum + card.readingMinutes, 0);

describe("the edition of the hour", () => {
  it("ends within its minutes, is varied, and holds nothing that stays shut", async () => {
    const viewer = await newReader("ann");
    for (const minutes of [5, 12, 25] as const) {
      const { cards, countryCount } = await readEdition(viewer, minutes, hints, now);
      expect(minutesOf(cards)).toBeLessThanOrEqual(minutes);
      expect(minutesOf(cards)).toBeGreaterThanOrEqual(minutes - 4);
      expect(countryCount).toBeGreaterThanOrEqual(minutes === 5 ? 2 : minutes === 12 ? 3 : 4);
      expect(cards.every(({ lock }) => lock === "free")).toBe(true);
    }
  });

  it("stays the same until the next hour, whatever comes meanwhile, and then is another", async () => {
    const viewer = await newReader("bob", { trialEndsAt: addMs(now, 24 * hourMs) });
    await saveReaderSettings("bob", { editionHours: [7, 18], timeZone: "Europe/Vienna", editionMinutes: 12 }, now);
    const first = await readEdition(viewer, null, hints, now);
    expect(first).toMatchObject({
      minutes: 12,
      slot: { slotAt: new Date("2026-11-22T06:00:00Z"), nextAt: new Date("2026-11-22T17:00:00Z") },
    });
    await saveReaderSettings("bob", { country: "FR" }, addMs(now, hourMs));
    const later = await readEdition(viewer, null, hints, addMs(now, 5 * hourMs));
    expect(later.cards.map(({ slug }) => slug)).toEqual(first.cards.map(({ slug }) => slug));
    const [read] = first.cards;
    await db.articleRead.create({ data: { userId: "bob", articleId: read?.id ?? 0, revisionCount: 0, readAt: now } });
    const evening = await readEdition(viewer, null, hints, addMs(now, 8 * hourMs));
    expect(evening.slot.slotAt).toEqual(new Date("2026-11-22T17:00:00Z"));
    expect(evening.cards.map(({ slug }) => slug)).not.toContain(read?.slug);
    // What was read stays in the edition it was read in, as read.
    const again = await readEdition(viewer, null, hints, addMs(now, 6 * hourMs));
    expect(again.cards.map(({ slug, mine }) => [slug, mine?.state])).toContainEqual([read?.slug, "read"]);
  });

  it("is made once where two devices ask at the same time", async () => {
    const viewer = await newReader("cid");
    const made = await Promise.all(Array.from({ length: 6 }, () => readEdition(viewer, 12, hints, now)));
    expect(new Set(made.map(({ cards }) => cards.map(({ id }) => id).join(" "))).size).toBe(1);
    expect(await db.readerOrder.count({ where: { userId: "cid" } })).toBe(1);
  });

  it("leaves out what its reader has muted since", async () => {
    const viewer = await newReader("dora");
    const { cards } = await readEdition(viewer, 25, hints, now);
    const [unwanted] = cards;
    const keyword = { id: 1, kind: "keyword" as const, keyword: unwanted?.headline ?? "", language: "", expiresAt: null };
    const left = await readEdition({ ...viewer, mutes: [keyword] }, 25, hints, now);
    expect(left.cards.map(({ id }) => id)).toEqual(cards.slice(1).map(({ id }) => id));
  });

  it("keeps what it was made of: its log replays to the same order", async () => {
    const viewer = await newReader("eve");
    await db.follow.create({ data: { userId: "eve", kind: "publisher", target: "1", followedAt: now } });
    await readEdition(viewer, 25, hints, now);
    const kept = await db.readerOrder.findFirstOrThrow({ where: { userId: "eve" } });
    const log = RankLog.parse({ ...Object(kept.basis), cards: kept.cards });
    expect(log.cards.length).toBeGreaterThan(4);
    expect(replayOrder(log)).toMatchObject(
      log.cards.map(({ candidate, score, terms }) => ({ candidate: { key: candidate.key }, score, terms })),
    );
  });
});
