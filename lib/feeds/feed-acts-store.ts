import { notFound, refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor, AuditFacts } from "@/lib/audit/types";
import { ok, type Result } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import {
  askPoll,
  clearHold,
  createFeeds,
  deleteFeed,
  findAdminFeed,
  findHold,
  findOwnerOf,
  forgetValidators,
  updateFeed,
} from "./feed-admin-store";
import { findTitleRecord } from "./title-store";
import type { FeedAct, FeedActOrder, FeedEdit, NewFeed } from "./title-types";

type Done = Promise<Result<null, StaffRefusal>>;
type AdminFeed = NonNullable<Awaited<ReturnType<typeof findAdminFeed>>>;

/** Adds one more feed to a title; it is polled at once, and refused in words where it turns out to be none. */
export const includeFeed = (actor: AuditActor, { slug, url, section }: NewFeed, now: Date): Done =>
  inTransaction(async (tx) => {
    const title = await findTitleRecord(slug, tx);
    if (!title) return notFound;
    const owner = await findOwnerOf(url, tx);
    if (owner) return refuse("conflict", `It is read already, for ${owner.publisher.name}.`);
    const [id] = await createFeeds([{ publisherId: title.id, url, section, minIntervalSec: null, maxIntervalSec: null }], now, tx);
    if (id !== undefined) await updateFeed(id, {}, now, tx);
    const subject = { kind: "feed", id: String(id) };
    await recordAct({ actor, act: "feed.add", subject, before: null, after: { title: slug, url, section } }, now, tx);
    return ok(null);
  });

/** Says which section a feed is of, how its entries are told apart, and whether it is read at all. */
export const changeFeed = (actor: AuditActor, { feedId, ...said }: FeedEdit, now: Date): Done =>
  inTransaction(async (tx) => {
    const feed = await findAdminFeed(feedId, tx);
    if (!feed) return notFound;
    await updateFeed(feedId, said, now, tx);
    const { section, identity, isActive } = feed;
    await record(actor, "edit", feed, { before: { section, identity, isActive }, after: said }, now, tx);
    return ok(null);
  });

/** Polls, replays, pauses, resumes or removes a feed, or lets its host be asked again. */
export const runFeedAct = (actor: AuditActor, { feedId, act }: FeedActOrder, now: Date): Done =>
  inTransaction(async (tx) => {
    const feed = await findAdminFeed(feedId, tx);
    if (!feed) return notFound;
    const refusal = await whyNot(feed, act, now, tx);
    if (refusal) return refuse("conflict", refusal);
    await acts[act](feed, now, tx);
    const { url, isActive } = feed;
    await record(actor, act, feed, { before: { url, isActive }, after: null }, now, tx);
    return ok(null);
  });

/** A poll that nobody may make, in words; null where nothing speaks against the act. */
async function whyNot({ url, publisher }: AdminFeed, act: FeedAct, now: Date, tx: Tx): Promise<string | null> {
  if (act === "clear-hold") return (await findHold(url, now, tx)) ? null : "Its host has not asked for rest.";
  if (act !== "poll" && act !== "replay") return null;
  if (!publisher.isActive || publisher.pausedAt || publisher.retiredAt) return `${publisher.name} is not being read: resume it first.`;
  const until = await findHold(url, now, tx);
  return until && `Its host asked to be left alone until ${until.toISOString().slice(0, 16).replace("T", " ")} UTC. Clear the hold first.`;
}

const acts: Record<FeedAct, (feed: AdminFeed, now: Date, tx: Tx) => Promise<void>> = {
  poll: ({ id }, _now, tx) => askPoll(id, tx),
  replay: async ({ id }, _now, tx) => {
    await forgetValidators(id, tx);
    await askPoll(id, tx);
  },
  "clear-hold": async ({ url }, _now, tx) => {
    await clearHold(url, tx);
  },
  pause: ({ id }, now, tx) => updateFeed(id, { isActive: false }, now, tx),
  resume: ({ id }, now, tx) => updateFeed(id, { isActive: true, goneAt: null, nextPollAt: now }, now, tx),
  remove: async ({ id, publisher }, now, tx) => {
    await updateFeed(id, {}, now, tx);
    await deleteFeed(id, tx);
    await enqueue({ name: "pages.invalidate", data: { tags: [`publisher:${publisher.slug}`] } }, tx);
  },
};

function record(
  actor: AuditActor,
  act: string,
  feed: AdminFeed,
  change: { before: AuditFacts; after: AuditFacts | null },
  now: Date,
  tx: Tx,
): Promise<number> {
  return recordAct({ actor, act: `feed.${act}`, subject: { kind: "feed", id: String(feed.id) }, ...change }, now, tx);
}
