import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { follow } from "@/lib/reading/follow-commands";
import { readFollowing } from "@/lib/reading/follow-queries";
import { addFollows, followsMax, isFollowing, listFollows, setFollow } from "@/lib/reading/follow-store";
import { nameFollows } from "@/lib/reading/follow-target-store";
import { type FollowRef, followRefText } from "@/lib/reading/follow-types";
import { listFollowedRows } from "@/lib/reading/followed-store";
import { findReaderSettings } from "@/lib/reading/settings-store";
import { accountViewer } from "../../support/account-viewer";
import { newPerson } from "../../support/account-world";
import { makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";
import { openTitle, openTopic, printArticle, tellStory, worldNow } from "./follow-world";

const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

const en = ["en"];
let herald = { publisherId: 0, authorId: 0 };
let courier = { publisherId: 0, authorId: 0 };
let glaciers = 0;

beforeAll(async () => {
  herald = await openTitle(db, "herald");
  courier = await openTitle(db, "courier");
  glaciers = await openTopic(db, "glaciers");
});

const ref = (kind: FollowRef["kind"], target: number | string): FollowRef => ({ kind, target: String(target) });
const brought = async (refs: FollowRef[], take = 30, cursor: string | null = null) => {
  const page = await listFollowedRows(refs, { take, languages: en, cursor });
  return { ...page, list: page.rows.map(({ card, because }) => [card.id, because.map(followRefText).sort()]) };
};

describe("the list of what is followed", () => {
  it("shows one card a story, by its newest article among the follows, and names all that brought it", async () => {
    const theirs = await printArticle(db, { publisherId: herald.publisherId, minutesAgo: 50, topicIds: [glaciers] });
    const newer = await printArticle(db, { publisherId: courier.publisherId, minutesAgo: 40, authorIds: [courier.authorId] });
    const story = await tellStory(db, theirs, [newer]);
    const alone = await printArticle(db, { publisherId: herald.publisherId, minutesAgo: 45, section: "science" });
    const follows = [ref("publisher", herald.publisherId), ref("topic", glaciers), ref("author", courier.authorId), ref("story", story)];
    expect((await brought(follows)).list).toEqual([
      [newer, [`author:${courier.authorId}`, `publisher:${herald.publisherId}`, `story:${story}`, `topic:${glaciers}`]],
      [alone, [`publisher:${herald.publisherId}`]],
    ]);
    expect((await brought([ref("section", "science")])).list).toEqual([[alone, ["section:science"]]]);
    expect((await brought([])).list).toEqual([]);
  });

  it("shows nothing withdrawn, under embargo, or in a section's other languages", async () => {
    const { publisherId } = await openTitle(db, "ledger");
    await printArticle(db, { publisherId, minutesAgo: 3, takenDownAt: worldNow });
    await printArticle(db, { publisherId, minutesAgo: 2, embargoUntil: new Date(Date.now() + 86_400_000) });
    const german = await printArticle(db, { publisherId, minutesAgo: 1, section: "culture", language: "de" });
    expect((await brought([ref("publisher", publisherId), ref("section", "culture")])).list).toEqual([
      [german, [`publisher:${publisherId}`]],
    ]);
  });

  it("leads through everything once, however unevenly the follows print", async () => {
    const [busy, quiet] = [await openTitle(db, "busy"), await openTitle(db, "quiet")];
    const expected: number[] = [];
    for (let at = 0; at < 60; at++) expected.push(await printArticle(db, { publisherId: busy.publisherId, minutesAgo: 100 + at * 2 }));
    for (let at = 0; at < 10; at++) expected.push(await printArticle(db, { publisherId: quiet.publisherId, minutesAgo: 101 + at * 12 }));
    const [first = 0, last = 0] = [expected[0], expected[59]];
    await tellStory(db, first, [last]);
    const idle = Array.from({ length: 98 }, (_, at) => ref("author", 900_000 + at));
    const follows = [ref("publisher", busy.publisherId), ref("publisher", quiet.publisherId), ...idle];
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof brought>> = await brought(follows, 30, cursor);
      seen.push(...page.rows.map(({ card }) => card.id));
      cursor = page.olderCursor;
    } while (cursor !== null);
    // The story stands where its newest telling is, and not again at its oldest.
    expect(seen.toSorted((a, b) => a - b)).toEqual(expected.filter((id) => id !== last));
    expect(seen[0]).toBe(first);
  });
});

it("lists what is followed by indexes alone, whatever is followed", async () => {
  const many = await db.publisher.findMany({ select: { id: true }, take: 20 });
  await db.$executeRaw`INSERT INTO article (publisher_id, guid, guid_hash, url, url_hash, slug, headline, section, language, access, content_hash, published_at, first_seen_at)
    SELECT ${courier.publisherId}, 'bulk' || n, md5('g' || n), 'https://bulk.example/' || n, md5('u' || n), 'bulk-' || n, 'Bulk ' || n, 'business', 'en', 'open', md5('c' || n),
      now() - interval '2 days' - n * interval '1 minute', now() FROM generate_series(1, 6000) n`;
  await db.$executeRaw`ANALYZE`;
  const follows = [
    ...many.map(({ id }) => ref("publisher", id)),
    ref("section", "business"),
    ref("topic", glaciers),
    ref("author", courier.authorId),
  ];
  const readInOrder = async (tx: Tx) => {
    const [row] = await tx.$queryRaw<
      { rows: bigint }[]
    >`SELECT seq_tup_read AS rows FROM pg_stat_xact_user_tables WHERE relname = 'article'`;
    return Number(row?.rows);
  };
  const scanned = (read: (tx: Tx) => Promise<unknown>) =>
    db.$transaction(async (tx) => {
      const before = await readInOrder(tx);
      await read(tx);
      return (await readInOrder(tx)) - before;
    });
  expect(await scanned((tx) => tx.$queryRaw`SELECT count(*) FROM article WHERE byline = 'nobody'`)).toBeGreaterThan(6_000);
  const cursor = (await listFollowedRows(follows, { take: 30, languages: en })).olderCursor;
  expect(cursor).not.toBeNull();
  for (const from of [null, cursor])
    expect(await scanned((tx) => listFollowedRows(follows, { take: 30, languages: en, cursor: from }, tx))).toBe(0);
});

describe("following", () => {
  it("is done once however often it is asked, and undone", async () => {
    const { browser, userId } = await newPerson(db);
    const ask = (on: "0" | "1", target: string) => browser.ask(() => follow({ kind: "publisher", target, on }));
    const herald_ = String(herald.publisherId);
    expect(await ask("1", herald_)).toEqual({ ok: true, value: undefined });
    expect(await ask("1", herald_)).toEqual({ ok: true, value: undefined });
    expect(await listFollows(userId)).toMatchObject([{ kind: "publisher", target: herald_ }]);
    expect((await findReaderSettings(userId)).changedAt).toBeInstanceOf(Date);
    expect(await ask("0", herald_)).toEqual({ ok: true, value: undefined });
    expect(await listFollows(userId)).toEqual([]);
  });

  it("is refused to visitors and other sites' pages, and of what is not in the paper", async () => {
    const { browser, userId } = await newPerson(db);
    const good = { kind: "section", target: "world", on: "1" };
    expect(await makeBrowser("203.0.113.9").ask(() => follow(good))).toEqual({ ok: false, error: { kind: "sign-in" } });
    const foreign = makeBrowser("203.0.113.8", undefined, { "sec-fetch-site": "cross-site" });
    for (const [name, value] of browser.cookies) foreign.cookies.set(name, value);
    expect(await foreign.ask(() => follow(good))).toEqual({ ok: false, error: { kind: "sign-in" } });
    const refused = async (input: unknown) => (await browser.ask(() => follow(input))) as { ok: boolean; error?: { kind: string } };
    for (const target of ["nowhere", "999999"]) expect((await refused({ ...good, target })).error?.kind).toMatch(/not-found|invalid/);
    for (const input of [{ ...good, kind: "feed" }, { ...good, on: "yes" }, { kind: "topic", target: "99999999999", on: "1" }, null])
      expect((await refused(input)).error?.kind).toBe("invalid");
    await db.publisher.update({ where: { id: courier.publisherId }, data: { isActive: false } });
    expect((await refused({ kind: "publisher", target: String(courier.publisherId), on: "1" })).error?.kind).toBe("not-found");
    await db.publisher.update({ where: { id: courier.publisherId }, data: { isActive: true } });
    expect(await listFollows(userId)).toEqual([]);
  });

  it("goes to the topic that absorbed the one asked for, and survives a later merge", async () => {
    const { browser, userId } = await newPerson(db);
    const ice = await openTopic(db, "ice", glaciers);
    await browser.ask(() => follow({ kind: "topic", target: String(ice), on: "1" }));
    expect(await listFollows(userId)).toMatchObject([{ target: String(glaciers) }]);
    const snow = await openTopic(db, "snow");
    await browser.ask(() => follow({ kind: "topic", target: String(snow), on: "1" }));
    await db.topic.update({ where: { id: snow }, data: { mergedIntoId: glaciers } });
    await setFollow({ userId, kind: "topic", target: String(glaciers), isOn: false }, worldNow);
    expect(await listFollows(userId)).toEqual([]);
    await setFollow({ userId, kind: "topic", target: String(snow), isOn: true }, worldNow);
    expect(await isFollowing(userId, ref("topic", glaciers))).toBe(true);
    expect(await nameFollows([ref("topic", snow), ref("topic", glaciers), ref("section", "world"), ref("author", 1_000_000)])).toEqual([
      { kind: "topic", target: String(glaciers), name: "Topic glaciers", path: "/topic/glaciers", language: "en" },
      { kind: "section", target: "world", name: "World", path: "/section/world", language: "en" },
    ]);
  });

  it("ends at so many, in words, and keeps what was there", async () => {
    const { browser, userId } = await newPerson(db);
    const many = Array.from({ length: followsMax + 20 }, (_, at) => ref("author", 5_000 + at));
    expect(await addFollows(userId, many, worldNow)).toBe(followsMax);
    expect(await addFollows(userId, many.slice(0, 10), worldNow)).toBe(10);
    const more = { kind: "section", target: "world", on: "1" };
    expect(await browser.ask(() => follow(more))).toEqual({ ok: false, error: { kind: "too-many" } });
    expect(await listFollows(userId)).toHaveLength(followsMax);
  });

  it("is shown with names on a page of the reader's own", async () => {
    const { userId } = await newPerson(db);
    await addFollows(userId, [ref("section", "science"), ref("publisher", herald.publisherId)], worldNow);
    const view = await readFollowing(null, accountViewer({ userId }), worldNow);
    expect(view.follows.map(({ name }) => name).sort()).toEqual(["Science", "herald"]);
    expect(view.cards[0]?.because.map(({ name }) => name)).toContain("herald");
    expect(view.olderCursor).toBeNull();
  });
});
