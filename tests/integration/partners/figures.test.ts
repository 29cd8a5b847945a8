import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { requirePublisher } from "@/lib/accounts/guards";
import { addMs, dayMs } from "@/lib/core/clock";
import { setOwnWishes } from "@/lib/partners/commands";
import { countTitleCountries, countTitleDays, countTitleFollowers } from "@/lib/partners/count-store";
import { dayOf } from "@/lib/partners/day-span";
import { findOwnArticle, listArticleDays, listArticleFigures, listTitleDays } from "@/lib/partners/figure-store";
import {
  readTitleArticle,
  readTitleArticles,
  readTitleFeeds,
  readTitleOverview,
  readTitlePolicy,
  readTitleStatement,
  readTitleStatements,
  type TitleStaff,
} from "@/lib/partners/queries";
import { completionOf, sumFigures } from "@/lib/partners/sum-figures";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import type { Browser } from "../../support/browser-request";
import { newStaff } from "../../support/staff-person";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";
import { storePublisher } from "../ingest/store-publisher";
import { printArticle } from "../reading/follow-world";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: testSecret, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

const now = new Date("2026-11-22T12:00:00Z");
const readers = Array.from({ length: 12 }, (_, index) => `reader-${index}`);
const titles: { id: number; articleIds: number[]; browser: Browser }[] = [];

beforeAll(async () => {
  await db.user.createMany({ data: readers.map((id) => ({ id, name: "R", email: `${id}@example.com` })) });
  for (const slug of ["ours", "theirs"]) {
    const id = await storePublisher(db, slug);
    const articleIds: number[] = [];
    for (let count = 0; count < 3; count += 1) articleIds.push(await printArticle(db, { publisherId: id, minutesAgo: 60 * count }));
    const { browser, userId } = await newStaff(db, "publisher");
    await db.user.update({ where: { id: userId }, data: { publisherId: id } });
    titles.push({ id, articleIds, browser });
  }
});

/** What somebody of a title finds. */
const asStaff = <Found>(index: number, ask: (staff: TitleStaff) => Promise<Found>): Promise<Found> | undefined =>
  titles[index]?.browser.ask(async () => {
    const staff = await requirePublisher();
    if (!staff) throw new Error("Somebody of the title asks here.");
    return ask(staff);
  });

const slugOf = async (articleId: number) => (await db.article.findUniqueOrThrow({ where: { id: articleId }, select: { slug: true } })).slug;

const anyRead = fc.record({
  reader: fc.nat({ max: readers.length - 1 }),
  title: fc.nat({ max: 1 }),
  article: fc.nat({ max: 2 }),
  daysAgo: fc.nat({ max: 20 }),
  depth: fc.nat({ max: 100 }),
  activeSec: fc.nat({ max: 600 }),
  isMarked: fc.boolean(),
});
type AnyRead = typeof anyRead extends fc.Arbitrary<infer Read> ? Read : never;

const keyOf = ({ reader, title, article }: AnyRead) => `${reader} ${title} ${article}`;
const articleOf = ({ title, article }: AnyRead) => titles[title]?.articleIds[article] ?? 0;

async function storeReads(reads: readonly AnyRead[]): Promise<void> {
  await db.articleRead.deleteMany();
  await db.articleRead.createMany({
    data: reads.map((read) => ({
      userId: readers[read.reader] ?? "",
      articleId: articleOf(read),
      revisionCount: 1,
      openedAt: addMs(now, -read.daysAgo * dayMs),
      lastAt: addMs(now, -read.daysAgo * dayMs),
      depth: read.depth,
      activeSec: read.activeSec,
      readBy: read.isMarked ? "marked" : "reading",
    })),
  });
}

describe("what titles are told", () => {
  it("is what their own readers did, by a simple model, however often it is counted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyRead, { selector: keyOf, maxLength: 40 }), async (reads) => {
        await storeReads(reads);
        await countTitleDays(30, now);
        await countTitleDays(30, now);
        for (const [index, { id }] of titles.entries()) {
          const own = reads.filter(({ title, isMarked }) => title === index && !isMarked);
          const days = await listTitleDays(id, "2026-10-01");
          expect(sumFigures(days)).toMatchObject({
            reads: own.length,
            completed: own.filter(({ depth }) => depth >= 90).length,
            activeSec: own.reduce((sum, { activeSec }) => sum + activeSec, 0),
          });
          for (const day of days) {
            const that = own.filter(({ daysAgo }) => dayOf(addMs(now, -daysAgo * dayMs)) === day.day);
            expect([day.reads, day.readers]).toEqual([that.length, new Set(that.map(({ reader }) => reader)).size]);
          }
          const articles = await listArticleFigures({ publisherId: id, from: "2026-10-01", sort: "reads" });
          expect(sumFigures(articles)).toEqual(sumFigures(days));
          for (const { articleId, reads: count } of articles)
            expect(sumFigures(await listArticleDays(id, articleId, "2026-10-01")).reads).toBe(count);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("another title", () => {
  it("is never spoken of, by whatever name", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 1 }), fc.nat({ max: 2 }), async (index, article) => {
        const own = titles[index];
        const foreignId = titles[1 - index]?.articleIds[article] ?? 0;
        const slug = await slugOf(foreignId);
        expect(await asStaff(index, (staff) => readTitleArticle(staff, slug, now))).toBeNull();
        expect(await findOwnArticle(own?.id ?? 0, slug)).toBeNull();
        expect(await listArticleDays(own?.id ?? 0, foreignId, "2026-01-01")).toEqual([]);
        const ownSlug = await slugOf(own?.articleIds[article] ?? 0);
        expect(await asStaff(index, (staff) => readTitleArticle(staff, ownSlug, now))).toMatchObject({ article: { slug: ownSlug } });
      }),
      { numRuns: 12 },
    );
    const everything = await asStaff(0, async (staff) => [
      await readTitleOverview(staff, now),
      await readTitleArticles(staff, { days: 90, sort: "gifts" }, now),
      await readTitleFeeds(staff, now),
      await readTitlePolicy(staff),
      await readTitleStatements(staff),
      await readTitleStatement(staff, "2026-10"),
    ]);
    const words = JSON.stringify(everything);
    expect(words).not.toContain("theirs");
    for (const id of titles[1]?.articleIds ?? []) expect(words).not.toContain(await slugOf(id));
  });
});

describe("followers", () => {
  it("counts who follows a title, and forgets who does no more", async () => {
    const target = String(titles[0]?.id);
    const followed = readers.slice(0, 3).map((userId) => ({ userId, kind: "publisher", target, followedAt: now }));
    await db.follow.createMany({ data: [...followed, { userId: "reader-0", kind: "author", target, followedAt: now }] });
    expect(await countTitleFollowers()).toBe(1);
    const counts = () => db.publisher.findMany({ orderBy: { id: "asc" }, select: { followerCount: true } });
    expect((await counts()).map(({ followerCount }) => followerCount).toSorted()).toEqual([...titles.slice(1).map(() => 0), 3]);
    await db.follow.deleteMany();
    await countTitleFollowers();
    expect((await counts()).every(({ followerCount }) => followerCount === 0)).toBe(true);
  });
});

describe("days and countries", () => {
  it("counts saves and gifts on their own days, and readers by the country they named", async () => {
    const ours = titles[0];
    const articleId = ours?.articleIds[0] ?? 0;
    const all = readers.map((_, reader) => ({ reader, title: 0, article: 0, daysAgo: 1, depth: 100, activeSec: 60, isMarked: false }));
    await storeReads(all);
    await db.readerSettings.createMany({ data: readers.slice(0, 6).map((userId) => ({ userId, country: "GB" })) });
    await db.readerSettings.createMany({ data: readers.slice(6, 8).map((userId) => ({ userId, country: "FR" })) });
    await db.savedArticle.create({ data: { userId: "reader-0", articleId, savedAt: now } });
    const gift = { tokenHash: "a".repeat(64), articleId, giverId: "reader-0", createdAt: now, expiresAt: addMs(now, dayMs), opens: 3 };
    await db.giftLink.create({ data: gift });
    // As far back as the test before, of whose random reads the sums would stand.
    await countTitleDays(30, now);
    await countTitleCountries(now);
    const report = await asStaff(0, async (staff) => readTitleArticle(staff, await slugOf(articleId), now));
    expect(report?.days).toEqual([
      { day: "2026-11-21", reads: 12, completed: 12, activeSec: 720, saves: 0, gifts: 0, giftOpens: 0 },
      { day: "2026-11-22", reads: 0, completed: 0, activeSec: 0, saves: 1, gifts: 1, giftOpens: 3 },
    ]);
    const overview = await asStaff(0, (staff) => readTitleOverview(staff, now));
    expect(overview?.countries).toEqual({ countries: [{ country: "GB", readers: 6 }], elsewhere: 6 });
    expect(completionOf({ reads: 4, completed: 4 })).toBeNull();
  });
});

describe("what a title wishes itself", () => {
  it("is in force at once for that title alone, within bounds, and kept in the log", async () => {
    const wish = (input: object) => titles[0]?.browser.ask(() => setOwnWishes(input));
    expect(await wish({ indexing: "canonical_to_source", leadInWords: "40" })).toMatchObject({ ok: true });
    const rows = await db.publisher.findMany({ select: { slug: true, indexing: true, leadInWords: true }, orderBy: { id: "asc" } });
    expect(rows).toMatchObject([
      { slug: "ours", indexing: "canonical_to_source", leadInWords: 40 },
      { slug: "theirs", leadInWords: null },
    ]);
    expect(await wish({ indexing: "self", leadInWords: "400" })).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(await wish({ indexing: "self", leadInWords: "", wall: "paid" })).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(await db.auditEntry.findMany({ select: { act: true, subjectId: true } })).toEqual([
      { act: "publisher.wishes", subjectId: String(titles[0]?.id) },
    ]);
  });
});
