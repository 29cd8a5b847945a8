import "server-only";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { err, ok, type Result } from "@/lib/core/result";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { ForgetForm, type ReadingRefusal, SwitchForm } from "./read-types";
import { removeSaved, setSaved } from "./saved-store";
import { touchReader } from "./settings-store";

type Outcome = Promise<Result<undefined, ReadingRefusal>>;

/** Saves an article for later, or no longer; doing so again changes nothing. It need not be open to the reader. */
export async function saveArticle(slug: string, input: unknown): Outcome {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = SwitchForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  const now = viewerTime(viewer, new Date());
  const { userId } = viewer;
  if (!(await setSaved({ userId, slug, isOn: form.data.on === "1" }, now))) return err({ kind: "not-found" });
  await touchReader(userId, now);
  return ok(undefined);
}

/** Takes an article that has left the paper from what was saved. */
export async function dropSaved(input: unknown): Outcome {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = ForgetForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  await removeSaved(viewer.userId, form.data.id);
  return ok(undefined);
}
