import "server-only";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { err, ok, type Result } from "@/lib/core/result";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { readSettingsForm } from "./read-settings-form";
import { type ReadingRefusal, SwitchForm } from "./read-types";
import { saveReaderSettings } from "./settings-store";

type Outcome = Promise<Result<undefined, ReadingRefusal>>;

/** Keeps where a reader is, what they read and when their editions come. */
export async function changeReadingSettings(input: Record<string, unknown>): Outcome {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const change = readSettingsForm(input);
  if (!change) return err({ kind: "invalid" });
  await saveReaderSettings(viewer.userId, change, viewerTime(viewer, new Date()));
  return ok(undefined);
}

/** Orders every page for this reader, or as for everyone. */
export async function switchPersonal(input: unknown): Outcome {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = SwitchForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  await saveReaderSettings(viewer.userId, { isPersonal: form.data.on === "1" }, viewerTime(viewer, new Date()));
  return ok(undefined);
}
