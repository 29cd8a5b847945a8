import { randomUUID } from "node:crypto";
import { notFound, refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import { ok, type Result } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { createFeeds, findOwnerOf } from "./feed-admin-store";
import { askLook, findLook } from "./look-store";
import type { LookedFeed } from "./look-types";
import { makeTitleSlug } from "./make-title-slug";
import { createTitle, findTitleRecord, mergeInto, paceOf, recordDecision, setLogo, setStanding, updateTitle } from "./title-store";
import type { Logo, Merge, NewTitle, Refusal, StandingChange, TitleEdit, TitleFacts, TitleRecord } from "./title-types";

type Done<Value> = Promise<Result<Value, StaffRefusal>>;

/** Has an address looked at for feeds. @returns the look's id, whose page shows what comes of it */
export async function startLook(address: string, now: Date): Promise<string> {
  const id = randomUUID();
  await inTransaction((tx) => askLook({ id, address }, now, tx));
  return id;
}

/**
 * Takes a title in: publisher, feeds, decision and act in one transaction, which also has its feeds polled at once.
 *
 * @returns its slug
 */
export async function includeTitle(actor: AuditActor, { lookId, feed, feedSection, reason, ...facts }: NewTitle, now: Date): Done<string> {
  const look = await findLook(lookId);
  if (look?.result?.kind !== "found") return refuse("stale", "What was found there is no longer kept. Look at the address again.");
  const { feeds } = look.result;
  const chosen = feed.flatMap((place) => (feeds[place] ? [{ ...feeds[place], section: feedSection[place] ?? "top" }] : []));
  if (chosen.length === 0) return refuse("invalid", "Choose at least one of the feeds.");
  return inTransaction((tx) => takeIn({ facts, chosen, reason }, actor, now, tx));
}

type Intake = { facts: TitleFacts; chosen: (LookedFeed & { section: string })[]; reason: string };

async function takeIn({ facts, chosen, reason }: Intake, actor: AuditActor, now: Date, tx: Tx): Done<string> {
  for (const { url } of chosen) {
    const owner = await findOwnerOf(url, tx);
    if (owner) return refuse("conflict", `${url} is read already, for ${owner.publisher.name}.`);
  }
  const slug = makeTitleSlug(facts.homeUrl);
  const publisherId = await createTitle({ ...facts, slug }, now, tx);
  if (publisherId === null) return refuse("conflict", `There is a title of this site already. Add the feeds at /admin/titles/${slug}.`);
  const pace = paceOf(facts);
  await createFeeds(
    chosen.map(({ url, section }) => ({ publisherId, url, section, ...pace })),
    now,
    tx,
  );
  const { name, homeUrl } = facts;
  await recordDecision({ publisherId, name, homeUrl, verdict: "included", reason, decidedBy: actor.name }, now, tx);
  const after = { ...facts, feeds: chosen.map(({ url, section }) => ({ url, section })) };
  await recordAct({ actor, act: "title.include", subject: { kind: "title", id: slug }, before: null, after, reason }, now, tx);
  await enqueue({ name: "pages.invalidate", data: { tags: ["front", `publisher:${slug}`] } }, tx);
  return ok(slug);
}

/** Keeps that a title is not taken in, and why. */
export const keepRefusal = async (actor: AuditActor, { name, homeUrl, reason }: Refusal, now: Date): Done<null> => {
  await inTransaction(async (tx) => {
    await recordDecision({ publisherId: null, name, homeUrl, verdict: "refused", reason, decidedBy: actor.name }, now, tx);
    const subject = { kind: "title", id: makeTitleSlug(homeUrl) };
    await recordAct({ actor, act: "title.refuse", subject, before: null, after: { name, homeUrl }, reason }, now, tx);
  });
  return ok(null);
};

/** Changes what a title is and what it lets us show; stored articles follow within minutes. */
export const changeTitle = (actor: AuditActor, { slug, ...facts }: TitleEdit, now: Date): Done<null> =>
  onTitle(slug, async (title, tx) => {
    await updateTitle(title.id, facts, now, tx);
    const { id: _id, isSample: _sample, isActive: _active, pausedAt: _paused, retiredAt: _retired, quietToldAt: _quiet, ...before } = title;
    await recordAct({ actor, act: "title.edit", subject: { kind: "title", id: slug }, before, after: facts }, now, tx);
    await enqueue({ name: "stories.refresh", data: {}, key: "refresh" }, tx);
    return ok(null);
  });

const verdicts = { pause: "paused", resume: "resumed", retire: "retired" } as const;

/** Pauses a title, lets it go on, or retires it. */
export const changeStanding = (actor: AuditActor, { slug, standing, reason }: StandingChange, now: Date): Done<null> =>
  onTitle(slug, async (title, tx) => {
    if (title.mergedInto) return refuse("conflict", `It is part of ${title.mergedInto.name} now.`);
    await setStanding(title.id, standing, now, tx);
    const { id: publisherId, name, homeUrl } = title;
    await recordDecision({ publisherId, name, homeUrl, verdict: verdicts[standing], reason, decidedBy: actor.name }, now, tx);
    const before = { pausedAt: title.pausedAt?.toISOString() ?? null, retiredAt: title.retiredAt?.toISOString() ?? null };
    const subject = { kind: "title", id: slug };
    await recordAct({ actor, act: `title.${standing}`, subject, before, after: null, reason }, now, tx);
    return ok(null);
  });

/** Makes a title part of another. @returns the other's slug */
export const joinTitles = (actor: AuditActor, { slug, into, reason }: Merge, now: Date): Done<string> =>
  onTitle(slug, async (title, tx) => {
    const other = await findTitleRecord(into, tx);
    if (!other || other.id === title.id) return refuse("invalid", "There is no other title of that name in its address.");
    if (other.mergedInto) return refuse("conflict", `${other.name} is part of ${other.mergedInto.name} itself.`);
    if (title.mergedInto) return refuse("conflict", `It is part of ${title.mergedInto.name} already.`);
    await mergeInto(title.id, other.id, now, tx);
    const { name, homeUrl } = title;
    const words = `Into ${other.name}: ${reason}`;
    const decidedBy = actor.name;
    await recordDecision({ publisherId: title.id, name, homeUrl, verdict: "merged", reason: words, decidedBy }, now, tx);
    const subject = { kind: "title", id: slug };
    await recordAct({ actor, act: "title.merge", subject, before: null, after: { into: other.slug }, reason }, now, tx);
    await enqueue({ name: "titles.merge", data: { publisherId: title.id }, key: String(title.id) }, tx);
    return ok(other.slug);
  });

/** Asks for a logo, which is shown once it was fetched; an empty address gives the initials back. */
export const askLogo = (actor: AuditActor, { slug, url }: Logo, now: Date): Done<null> =>
  onTitle(slug, async (title, tx) => {
    if (url === null) await setLogo(title.id, null, tx);
    else await enqueue({ name: "titles.logo", data: { publisherId: title.id, url }, key: String(title.id) }, tx);
    const subject = { kind: "title", id: slug };
    await recordAct({ actor, act: "title.logo", subject, before: { logo: title.logoHash }, after: { url } }, now, tx);
    return ok(null);
  });

/** An act on a title in one transaction, after which no kept page shows what it was. */
function onTitle<Value>(slug: string, act: (title: TitleRecord, tx: Tx) => Done<Value>): Done<Value> {
  return inTransaction(async (tx) => {
    const title = await findTitleRecord(slug, tx);
    if (!title) return notFound;
    const done = await act(title, tx);
    if (done.ok) await enqueue({ name: "pages.invalidate", data: { tags: ["front", `publisher:${slug}`] } }, tx);
    return done;
  });
}
