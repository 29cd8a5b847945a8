import "server-only";
import type { Mute, MuteDone } from "@/lib/entitlements/mute-types";
import type { Viewer } from "@/lib/entitlements/types";
import { nameFollows } from "./follow-target-store";
import type { FollowTarget } from "./follow-types";
import { listMuteRows } from "./mute-store";
import type { MutedEntry } from "./mute-types";

type AccountViewer = Extract<Viewer, { kind: "account" }>;

/** All that a reader has muted, the latest first; at most 500. */
export async function listMyMutes({ userId }: AccountViewer, mutes: readonly Mute[], now: Date): Promise<MutedEntry[]> {
  const [rows, named] = await Promise.all([listMuteRows(userId, now), nameMutes(mutes)]);
  return rows.map(({ target, ...row }) => {
    if (row.kind === "keyword") return { ...row, name: target, path: null };
    const known = named.get(row.id);
    return { ...row, name: known?.name ?? null, path: known?.path ?? null };
  });
}

/**
 * What was just muted, by the id in an address, so that it can be said and undone; null for what this reader has not
 * muted. @param asked the address's word: an id, or "off" after something was unmuted
 */
export async function findMuteDone({ mutes }: AccountViewer, asked: string): Promise<MuteDone | null> {
  if (asked === "off") return { kind: "unmuted" };
  const mute = mutes.find(({ id }) => String(id) === asked);
  if (!mute) return null;
  const { id, kind, expiresAt } = mute;
  if (mute.kind === "keyword") return { kind: "muted", id, what: kind, name: mute.keyword, expiresAt };
  const named = (await nameMutes([mute])).get(id);
  return named ? { kind: "muted", id, what: kind, name: named.name, expiresAt } : null;
}

/** What muted rows are called now, by the mute's id. */
async function nameMutes(mutes: readonly Mute[]): Promise<Map<number, FollowTarget>> {
  const rows = mutes.filter((mute) => mute.kind !== "keyword");
  const refs = rows.flatMap(({ kind, ids }) => ids.map((id) => ({ kind, target: String(id) })));
  const named = new Map((await nameFollows(refs)).map((target) => [`${target.kind} ${target.target}`, target]));
  return new Map(
    rows.flatMap(({ id, kind, ids }) => {
      const known = ids.map((one) => named.get(`${kind} ${one}`)).find((target) => target !== undefined);
      return known ? [[id, known] as const] : [];
    }),
  );
}
