import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addMs, dayMs, hourMs } from "@/lib/core/clock";
import { listBoard } from "@/lib/feeds/board-store";
import { claimFeed } from "@/lib/feeds/claim-store";
import { judgePoll } from "@/lib/feeds/judge-poll";
import { recordPolls } from "@/lib/feeds/poll-record-store";
import { quietMail } from "@/lib/feeds/quiet-mail";
import { listStillQuiet } from "@/lib/feeds/quiet-store";
import { watchQuietTitles } from "@/lib/jobs/handlers/watch-quiet-titles";
import { adoptQueue, type PgBoss, startQueue, stopQueue } from "@/lib/platform/queue";
import { sql } from "@/lib/platform/sql";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";

const { db, url, close } = await createTestDatabase();
const now = new Date("2026-11-20T12:30:00Z");
const log = pino({ level: "silent" });

let boss: PgBoss;
beforeAll(async () => {
  boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
  adoptQueue(boss);
});
afterAll(async () => {
  await stopQueue();
  await close();
});

/** A title with an article an hour for four weeks, up to `silentHours` ago. */
async function hourly(slug: string, silentHours: number): Promise<number> {
  const publisherId = await storePublisher(db, slug);
  await db.feed.create({
    data: { publisherId, url: `https://${slug}.example/feed`, section: "top", nextPollAt: addMs(now, hourMs), lastPolledAt: now },
  });
  await db.$executeRaw`
    INSERT INTO article (publisher_id, guid, guid_hash, url, url_hash, slug, headline, standfirst, lead_in, byline, section, section_by, language,
      direction, access, word_count, has_body, content_hash, published_at, first_seen_at)
    SELECT ${publisherId}, ${slug} || n, md5(${slug} || n), 'https://' || ${slug} || '.example/' || n, md5(${slug} || 'u' || n), ${slug} || '-' || n,
      'H', '', '', '', 'world', 'none', 'en', 'ltr', 'open', 0, false, md5('x'), ${now}::timestamptz - make_interval(hours => n), ${now}
    FROM generate_series(${silentHours}::int, 671) AS n`;
  return publisherId;
}

it("tells the admins once of a title that went quiet, and clears it when the title speaks", async () => {
  const quietId = await hourly("hush", 20);
  await hourly("loud", 1);
  await db.user.createMany({
    data: [
      { id: "boss", name: "Bo", email: "boss@example.com", role: "admin" },
      { id: "reader", name: "Ada", email: "ada@example.com" },
    ],
  });
  await watchQuietTitles({ now: () => now, log });
  await watchQuietTitles({ now: () => addMs(now, hourMs), log });
  expect(await db.publisher.findUniqueOrThrow({ where: { id: quietId } })).toMatchObject({ quietToldAt: now });
  const mails = await boss.findJobs<{ userId: string; publisherIds: number[] }>("mail.quiet", { queued: true });
  expect(mails.map((mail) => mail.data)).toEqual([{ userId: "boss", publisherIds: [quietId] }]);
  const [event] = await db.feedEvent.findMany();
  expect(event).toMatchObject({ kind: "quiet" });
  expect(event?.words).toMatch(/^The title has been quiet for \d+ hours/);
  expect((await listBoard({ filter: "quiet", publisherId: null, after: null }, now)).rows.map((row) => row.title.slug)).toEqual(["hush"]);
  const { subject, text } = quietMail("Bo", await listStillQuiet([quietId]), "https://paper.example");
  expect(subject).toBe("hush has gone quiet");
  expect(text).toContain("https://paper.example/admin/titles/hush");

  const spokeAt = addMs(now, 2 * hourMs);
  await db.$executeRaw`UPDATE article SET published_at = ${spokeAt} WHERE slug = 'hush-20'`;
  await watchQuietTitles({ now: () => addMs(spokeAt, 60_000), log });
  expect(await db.publisher.findUniqueOrThrow({ where: { id: quietId } })).toMatchObject({ quietToldAt: null });
  expect((await db.feedEvent.findMany({ orderBy: { id: "asc" } })).map((each) => each.kind)).toEqual(["quiet", "spoke"]);
});

it("lists the worst first, page by page, in the order of the states it names", async () => {
  await db.feed.deleteMany();
  const publisherId = await storePublisher(db, "many");
  const base = { publisherId, section: "top", nextPollAt: addMs(now, hourMs), lastPolledAt: addMs(now, -hourMs) };
  const kinds = {
    healthy: {},
    new: { lastPolledAt: null },
    late: { nextPollAt: addMs(now, -hourMs) },
    held: {},
    failing: { failureCount: 5 },
    refused: { lastErrorKind: "robots", failureCount: 1 },
    gone: { goneAt: now, failureCount: 1 },
  };
  for (let copy = 0; copy < 7; copy += 1) {
    for (const [kind, data] of Object.entries(kinds))
      await db.feed.create({ data: { ...base, ...data, url: `https://${kind}.example/${copy}` } });
  }
  await db.hostHold.create({ data: { host: "held.example", until: addMs(now, dayMs), reason: "429" } });
  const first = await listBoard({ filter: null, publisherId: null, after: null }, now);
  const second = await listBoard({ filter: null, publisherId: null, after: first.next }, now);
  expect([first.rows.length, second.rows.length, second.next]).toEqual([40, 9, null]);
  const rows = [...first.rows, ...second.rows];
  expect(new Set(rows.map((row) => row.id)).size).toBe(49);
  const order = ["gone", "refused", "failing", "held", "late", "new", "healthy"];
  expect(rows.map((row) => row.state)).toEqual(order.flatMap((state) => Array.from({ length: 7 }, () => state)));
  expect(rows.every((row) => new URL(row.url).host === `${row.state}.example`)).toBe(true);
  const failing = await listBoard({ filter: "failing", publisherId: null, after: null }, now);
  expect(new Set(failing.rows.map((row) => row.state))).toEqual(new Set(["failing"]));
});

it("counts a day's entries and failures in the statement that records polls", async () => {
  const { id } = await db.feed.findFirstOrThrow({ where: { url: "https://healthy.example/0" } });
  const poll = async (isFailure: boolean, created: number) => {
    const feed = await claimFeed(id, { now, leaseSec: 60 });
    if (!feed) throw new Error("not claimed");
    const hints = { maxAgeSec: null, retryAfterSec: null };
    const outcome = isFailure
      ? ({ kind: "failure", error: { kind: "timeout", afterMs: 1 } } as const)
      : ({ kind: "unchanged", hints, movedTo: null } as const);
    const verdict = judgePoll({ feed, outcome, now, jitter: 0 });
    await recordPolls([{ feed, verdict, validators: null, bodyHash: null, lastEntryAt: null, findings: null, created }], now, sql);
  };
  await poll(false, 3);
  await poll(true, 0);
  await poll(false, 2);
  await poll(false, 0);
  expect(await db.feedDay.findMany({ where: { feedId: id } })).toMatchObject([{ entries: 5, failures: 1, day: new Date("2026-11-20") }]);
});
