import "server-only";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { err, ok, type Result } from "@/lib/core/result";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { setFollow } from "./follow-store";
import { findFollowTarget } from "./follow-target-store";
import { FollowForm, isNumbered } from "./follow-types";
import { touchReader } from "./settings-store";

/** Why nothing was followed: `too-many` where {@link followsMax} are followed already. */
export type FollowError = { kind: "sign-in" } | { kind: "invalid" } | { kind: "not-found" } | { kind: "too-many" };

/**
 * Follows something of the paper, or stops following it; doing so again changes nothing. A topic or story that another
 * absorbed stands for that one. What is gone from the paper can still be let go of.
 */
export async function follow(input: unknown): Promise<Result<undefined, FollowError>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = FollowForm.safeParse(input);
  if (!form.success || !isNumbered(form.data)) return err({ kind: "invalid" });
  const { on, ...ref } = form.data;
  const isOn = on === "1";
  const found = await findFollowTarget(ref);
  if (isOn && !found) return err({ kind: "not-found" });
  const now = viewerTime(viewer, new Date());
  const { userId } = viewer;
  if (!(await setFollow({ userId, kind: ref.kind, target: found?.target ?? ref.target, isOn }, now))) return err({ kind: "too-many" });
  await touchReader(userId, now);
  return ok(undefined);
}
