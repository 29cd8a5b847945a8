import "server-only";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { err, ok, type Result } from "@/lib/core/result";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { clearHistory, forgetRead } from "./history-store";
import { ForgetForm, type ReadingRefusal, SwitchForm } from "./read-types";
import { saveReaderSettings, touchReader } from "./settings-store";

type Outcome = Promise<Result<undefined, ReadingRefusal>>;

/** Takes one article out of the history; it counts as unread again. */
export async function forgetArticle(input: unknown): Outcome {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = ForgetForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  await forgetRead(viewer.userId, form.data.id);
  await touchReader(viewer.userId, viewerTime(viewer, new Date()));
  return ok(undefined);
}

/** Forgets the whole history: every article counts as unread again. What was saved stays. */
export async function forgetAll(): Outcome {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  await clearHistory(viewer.userId, viewerTime(viewer, new Date()));
  return ok(undefined);
}

/** Keeps what is read from now on, or no longer. What is kept already stays until it is cleared. */
export async function keepHistory(input: unknown): Outcome {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = SwitchForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  await saveReaderSettings(viewer.userId, { keepsHistory: form.data.on === "1" }, viewerTime(viewer, new Date()));
  return ok(undefined);
}
