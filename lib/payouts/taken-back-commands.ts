import "server-only";
import { z } from "zod";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { err, ok, type Result } from "@/lib/core/result";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { findTakeable, setTakenBack } from "./taken-back-store";

const SwitchForm = z.strictObject({ on: z.enum(["0", "1"]) });

type NotWorthRefusal = { kind: "sign-in" } | { kind: "membership" } | { kind: "not-found" } | { kind: "invalid" };

/**
 * Says that an article was not worth a member's money, or that it was after all. What a closed month divided stays:
 * `invalid` for an article that was first opened in one.
 */
export async function setNotWorth(slug: string, input: unknown): Promise<Result<undefined, NotWorthRefusal>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = SwitchForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  const now = viewerTime(viewer, new Date());
  const { userId } = viewer;
  const isOn = form.data.on === "1";
  if (isOn && (viewer.paidUntil === null || viewer.paidUntil <= now)) return err({ kind: "membership" });
  const found = await findTakeable(userId, slug);
  if (!found) return err({ kind: "not-found" });
  if (found.isClosed) return err({ kind: "invalid" });
  await setTakenBack({ userId, articleId: found.articleId, isOn }, now);
  return ok(undefined);
}
