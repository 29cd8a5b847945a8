import "server-only";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { addMs, dayMs } from "@/lib/core/clock";
import { err, ok, type Result } from "@/lib/core/result";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { findFollowTarget } from "./follow-target-store";
import { muteReturn } from "./mute-return";
import { removeMute, saveMute } from "./mute-store";
import { MuteForm, UnmuteForm } from "./mute-types";

/** Why nothing was muted: `too-many` where as much is muted as a page can look through. */
export type MuteError = { kind: "sign-in" } | { kind: "invalid" } | { kind: "not-found" } | { kind: "too-many" };

/**
 * Mutes a title, author, topic, story or keyword, for a time or for good: no page, list or letter shows it to this reader
 * again. Muted already, it is muted for the new time.
 *
 * @returns the path to go back to, which says what was done and offers to undo it
 */
export async function mute(input: unknown): Promise<Result<string, MuteError>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = MuteForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  const target = await findTarget(form.data);
  if (target === null) return err({ kind: "not-found" });
  const now = viewerTime(viewer, new Date());
  const { kind, language = "", days = "", returnTo } = form.data;
  const expiresAt = days === "" ? null : addMs(now, Number(days) * dayMs);
  const id = await saveMute({ userId: viewer.userId, kind, target, language, expiresAt }, now);
  return id === null ? err({ kind: "too-many" }) : ok(muteReturn(returnTo, id));
}

/** Mutes something no longer; what was not muted stays so. @returns the path to go back to */
export async function unmute(input: unknown): Promise<Result<string, MuteError>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = UnmuteForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  await removeMute(viewer.userId, form.data.id, viewerTime(viewer, new Date()));
  return ok(muteReturn(form.data.returnTo, "off"));
}

/** What a row's id stands for now; a keyword stands for itself. */
async function findTarget(form: MuteForm): Promise<string | null> {
  if (form.kind === "keyword") return form.target;
  return (await findFollowTarget({ kind: form.kind, target: form.target }))?.target ?? null;
}
