import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { AuditActor } from "@/lib/audit/types";
import { listBoard } from "@/lib/feeds/board-store";
import { runFeedAct } from "@/lib/feeds/feed-acts-store";
import { findLook } from "@/lib/feeds/look-store";
import { includeListed, keepOpml } from "@/lib/feeds/opml-acts-store";
import { changeStanding, changeTitle, includeTitle, joinTitles, keepRefusal, startLook } from "@/lib/feeds/title-acts-store";
import { listTitleRows } from "@/lib/feeds/title-list-store";
import { findMergedSlug, findTitleRecord } from "@/lib/feeds/title-store";
import { NewTitleForm, type TitleEdit, TitleForm } from "@/lib/feeds/title-types";
import type { WorkerContext } from "@/lib/jobs/context";
import { lookAtAddress } from "@/lib/jobs/handlers/look-at-address";
import { mergeTitle } from "@/lib/jobs/handlers/merge-title";
import { pollOne } from "@/lib/jobs/handlers/poll-one";
import { createHostGate } from "@/lib/jobs/host-gate";
import { makeHostPauses } from "@/lib/jobs/host-pauses";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { adoptQueue, type PgBoss, startQueue, stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";
import { startLocalFeed } from "../jobs/local-feed";

const { db, url, close } = await createTestDatabase();
const feedOf = (titles: string[], category: string) => `<?xml version="1.0"?><rss version="2.0"><channel>
<title>The Local Paper - News</title><link>https://local.example/</link><description>d</description><language>en-GB</language>
${titles
  .map(
    (title, index) => `<item><title>${title}</title><link>https://local.example/news/${title.replaceAll(" ", "-")}</link>
<guid isPermaLink="false">${title}</guid><category>${category}</category><description>What happened at the gates, told shortly.</description>
<pubDate>${new Date(Date.now() - (index + 1) * 60_000).toUTCString()}</pubDate></item>`,
  )
  .join("")}</channel></rss>`;
const page = '<!doctype html><title>Local</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>Hello.</p>';
const server = await startLocalFeed((path) => {
  if (path === "/feed.xml")
    return { status: 200, type: "application/rss+xml", body: feedOf(["Gates open", "Gates close"], "Harbour life") };
  if (path === "/other.xml") return { status: 200, type: "application/rss+xml", body: feedOf(["Boats out"], "Boats") };
  return path === "/" ? { status: 200, type: "text/html", body: page } : { status: 404, type: "text/plain", body: "" };
});
admitOrigin(server.origin);

const actor: AuditActor = { id: null, name: "the office", role: "operator" };
const context: WorkerContext = {
  log: pino({ level: "silent" }),
  gate: createHostGate(0, () => true),
  pauses: makeHostPauses(0),
  exemptHosts: [],
  webOrigin: "http://127.0.0.1:1",
  newsroomOrigin: null,
  scope: "sample",
  now: () => new Date(),
};

let boss: PgBoss;
beforeAll(async () => {
  boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
  adoptQueue(boss);
});
afterAll(async () => {
  await stopQueue();
  await server.close();
  await close();
});

const said = {
  name: "The Local Paper",
  homeUrl: "https://local.example/",
  country: "gb",
  language: "en-gb",
  colour: "#1d3b53",
  initials: "LP",
  licence: "headline",
  wall: "open",
  indexing: "noindex",
  leadInWords: "",
  minMinutes: "10",
  maxMinutes: "",
  category: ["Harbour  Life", "Boats"],
  categorySection: ["sport", ""],
};
const form = (lookId: string) => NewTitleForm.parse({ ...said, lookId, feed: "0", feedSection: "top", reason: "Readers asked for it." });
const lookAt = async (address: string) => {
  const id = await startLook(address, new Date());
  await lookAtAddress({ lookId: id }, context);
  return id;
};
const actsOf = async () => (await db.auditEntry.findMany({ orderBy: { seq: "asc" } })).map((row) => row.act);

it("finds the feeds of a pasted address and says what they are like", async () => {
  const look = await findLook(await lookAt(`${server.origin}/`));
  expect(look?.result).toMatchObject({
    kind: "found",
    feeds: [{ url: `${server.origin}/feed.xml`, title: "The Local Paper - News", entries: 2, categories: ["Harbour life"] }],
  });
  const feed = look?.result?.kind === "found" ? look.result.feeds[0] : undefined;
  expect(feed?.sample.map((entry) => entry.title)).toEqual(["Gates open", "Gates close"]);
  expect(feed?.warnings).toContain("None of its entries names a picture.");
  const missing = await findLook(await lookAt(`${server.origin}/nowhere`));
  expect(missing?.result).toMatchObject({ kind: "failed", words: "There is nothing at this address (status 404)." });
});

it("takes a title in with its feeds, decision and act at once, and brings its articles, filed as the office said", async () => {
  const done = await includeTitle(actor, form(await lookAt(`${server.origin}/`)), new Date());
  expect(done).toEqual({ ok: true, value: "local-example" });
  const publisher = await db.publisher.findUniqueOrThrow({ where: { slug: "local-example" }, include: { feeds: true, decisions: true } });
  expect(publisher).toMatchObject({ country: "GB", language: "en-GB", licence: "headline", sectionMap: { "harbour life": "sport" } });
  expect(publisher.decisions).toMatchObject([{ verdict: "included", reason: "Readers asked for it.", decidedBy: "the office" }]);
  expect(publisher.feeds).toMatchObject([{ minIntervalSec: 600, maxIntervalSec: null }]);
  expect(await actsOf()).toEqual(["title.include"]);
  const [job] = await boss.findJobs("feeds.poll", { queued: true });
  const feedId = publisher.feeds[0]?.id ?? 0;
  expect(job?.data).toEqual({ feedId });

  await pollOne({ feedId }, context);
  const articles = await db.article.findMany({ where: { publisherId: publisher.id }, orderBy: { headline: "asc" } });
  expect(articles.map(({ headline, section }) => [headline, section])).toEqual([
    ["Gates close", "sport"],
    ["Gates open", "sport"],
  ]);
  expect(await db.feedDay.findMany()).toMatchObject([{ feedId, entries: 2, failures: 0 }]);
  const board = await listBoard({ filter: null, publisherId: publisher.id, after: null }, new Date());
  expect(board.rows[0]).toMatchObject({ state: "healthy", gaps: 0 });
  expect(board.rows[0]?.days).toHaveLength(14);
  expect(board.rows[0]?.days.at(-1)).toMatchObject({ entries: 2 });
});

it("refuses what is read already, and keeps that a title was kept out", async () => {
  const again = await includeTitle(actor, form(await lookAt(`${server.origin}/feed.xml`)), new Date());
  expect(again).toMatchObject({ ok: false, error: { kind: "conflict" } });
  await keepRefusal(
    actor,
    { lookId: "x", name: "Elsewhere", homeUrl: "https://elsewhere.example/", reason: "No one writes it." },
    new Date(),
  );
  expect(await db.inclusionDecision.findFirst({ where: { verdict: "refused" } })).toMatchObject({ publisherId: null, name: "Elsewhere" });
});

it("replays a feed from nothing, and polls nothing of a title that rests", async () => {
  const feed = await db.feed.findFirstOrThrow({ where: { url: `${server.origin}/feed.xml` } });
  expect(feed.etag).not.toBeNull();
  expect(await runFeedAct(actor, { feedId: feed.id, act: "replay" }, new Date())).toEqual({ ok: true, value: null });
  expect(await db.feed.findUniqueOrThrow({ where: { id: feed.id } })).toMatchObject({ etag: null, bodyHash: null });
  await changeStanding(actor, { slug: "local-example", standing: "pause", reason: "A rest." }, new Date());
  expect(await runFeedAct(actor, { feedId: feed.id, act: "poll" }, new Date())).toMatchObject({ ok: false, error: { kind: "conflict" } });
  expect((await listTitleRows({ words: "LOCAL", standing: "paused", country: null, wall: null, after: null })).rows).toMatchObject([
    { slug: "local-example", standing: "paused" },
  ]);
  await changeStanding(actor, { slug: "local-example", standing: "resume", reason: "It goes on." }, new Date());
});

it("edits a title, with what it was and became in the log", async () => {
  const edit: TitleEdit = TitleForm.parse({ ...said, slug: "local-example", name: "Local Paper", categorySection: ["", "culture"] });
  expect(await changeTitle(actor, edit, new Date())).toEqual({ ok: true, value: null });
  expect(await findTitleRecord("local-example")).toMatchObject({ name: "Local Paper", sectionMap: { boats: "culture" }, minMinutes: 10 });
  const last = await db.auditEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect(JSON.parse(last.before)).toMatchObject({ name: "The Local Paper" });
});

it("merges a title into another: feeds, articles and follows move, its address leads on", async () => {
  const intoId = await storePublisher(db, "greater");
  const from = await db.publisher.findUniqueOrThrow({ where: { slug: "local-example" } });
  await db.user.create({ data: { id: "reader", name: "Ada", email: "ada@example.com" } });
  await db.follow.create({ data: { userId: "reader", kind: "publisher", target: String(from.id), followedAt: new Date() } });
  expect(await joinTitles(actor, { slug: "local-example", into: "greater", reason: "One house." }, new Date())).toEqual({
    ok: true,
    value: "greater",
  });
  await mergeTitle({ publisherId: from.id }, context);
  await mergeTitle({ publisherId: from.id }, context);
  expect(await db.article.count({ where: { publisherId: intoId } })).toBe(2);
  expect(await db.feed.count({ where: { publisherId: intoId } })).toBe(1);
  expect(await db.follow.findMany()).toMatchObject([{ target: String(intoId) }]);
  expect(await findMergedSlug("local-example")).toBe("greater");
});

it("takes a list of feeds in, one title a site, and refuses a bad one in words", async () => {
  const opml = `<?xml version="1.0"?><opml version="2.0"><body><outline text="Folder"><outline text="Boats &amp; more" xmlUrl="${server.origin}/other.xml"/>
    <outline text="Known" xmlUrl="${server.origin}/feed.xml"/></outline></body></opml>`;
  const kept = await keepOpml(opml, new Date());
  const lookId = kept.ok ? kept.value : "";
  const order = { lookId, feed: [0, 1], country: "GB", language: "en-GB", reason: "Asked for." };
  expect(await includeListed(actor, order, new Date())).toEqual({ ok: true, value: 1 });
  expect(await db.publisher.findFirst({ where: { name: "Boats & more" } })).toMatchObject({ licence: "headline", country: "GB" });
  expect(await keepOpml("<rss/>", new Date())).toMatchObject({ ok: false, error: { words: "It is no OPML: its root element is <rss>." } });
});
