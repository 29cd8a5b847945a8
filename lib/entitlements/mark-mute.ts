import type { Mute, MuteMark } from "./mute-types";

/**
 * How something with a page of its own stands with whoever looks at it.
 *
 * @param mutes the viewer's; undefined for a visitor, who mutes nothing
 * @returns null for a visitor
 */
export function markMute(mutes: readonly Mute[] | undefined, kind: MuteMark["kind"], id: number): MuteMark | null {
  if (!mutes) return null;
  const mute = mutes.find((one) => one.kind === kind && one.ids.includes(id));
  return { kind, target: String(id), muted: mute ? { id: mute.id, expiresAt: mute.expiresAt } : null };
}
