import { randomUUID } from "node:crypto";
import { refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import { directionOfLanguage } from "@/lib/core/language";
import { ok, type Result } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { describePublisher } from "./describe-publisher";
import { createFeeds, findOwnerOf } from "./feed-admin-store";
import { findLook, keepList } from "./look-store";
import type { ListedFeed } from "./look-types";
import { readOpml } from "./read-opml";
import { recordDecision } from "./title-store";
import type { ListedOrder } from "./title-types";

type Done<Value> = Promise<Result<Value, StaffRefusal>>;

/** Keeps a list of subscriptions to be chosen from. @returns the look's id; a bad list is refused in words */
export async function keepOpml(text: string, now: Date): Done<string> {
  const read = readOpml(text);
  if (!read.ok) return refuse("invalid", read.error);
  const id = randomUUID();
  await keepList(id, { kind: "list", ...read.value }, now);
  return ok(id);
}

/**
 * Takes in the feeds chosen of a list: those of one site are one title, under the narrowest licence; those that are read
 * already are left as they are. All or nothing.
 *
 * @returns how many feeds were added
 */
export async function includeListed(actor: AuditActor, { lookId, feed, reason, ...place }: ListedOrder, now: Date): Done<number> {
  const look = await findLook(lookId);
  if (look?.result?.kind !== "list") return refuse("stale", "The list is no longer kept. Hand it in again.");
  const { feeds } = look.result;
  const chosen = feed.flatMap((index) => feeds[index] ?? []);
  if (chosen.length === 0) return refuse("invalid", "Choose at least one of the feeds.");
  return inTransaction(async (tx) => {
    let added = 0;
    for (const each of chosen) if (await includeOne(each, { actor, reason, ...place }, now, tx)) added += 1;
    return ok(added);
  });
}

type Terms = { actor: AuditActor; reason: string; country: string; language: string };

async function includeOne(listed: ListedFeed, terms: Terms, now: Date, tx: Tx): Promise<boolean> {
  const { url, title, homeUrl } = listed;
  const { actor, reason, country, language } = terms;
  if (await findOwnerOf(url, tx)) return false;
  const described = describePublisher({ title, homeUrl, language }, url);
  const direction = directionOfLanguage(language) ?? "ltr";
  const known = await tx.publisher.findUnique({ where: { slug: described.slug }, select: { id: true } });
  const { id: publisherId } =
    known ??
    (await tx.publisher.create({
      data: { ...described, country, direction, licence: "headline", wall: "open", editions: [], officeAt: now },
      select: { id: true },
    }));
  await createFeeds([{ publisherId, url, section: "top", minIntervalSec: null, maxIntervalSec: null }], now, tx);
  const { slug, name, homeUrl: home } = described;
  if (!known) {
    await recordDecision({ publisherId, name, homeUrl: home, verdict: "included", reason, decidedBy: actor.name }, now, tx);
  }
  const subject = { kind: "title", id: slug };
  await recordAct({ actor, act: known ? "feed.add" : "title.include", subject, before: null, after: { name, url }, reason }, now, tx);
  return true;
}
