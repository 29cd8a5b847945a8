import "server-only";
import { z } from "zod";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { err, ok, type Result } from "@/lib/core/result";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { touchReader } from "@/lib/reading/settings-store";
import { readFacet } from "./chosen-weights";
import { forgetWeights, setChosen } from "./profile-store";

/** One change of the profile: a weight chosen or given back to what is learnt, forgotten, or all of it. */
const ProfileForm = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("set"), facet: z.string().max(80), weight: z.enum(["-1", "-0.5", "0", "0.5", "1", "learned"]) }),
  z.strictObject({ change: z.literal("forget"), facet: z.string().max(80), weight: z.undefined().optional() }),
  z.strictObject({ change: z.literal("reset"), facet: z.undefined().optional(), weight: z.undefined().optional() }),
]);

type ProfileForm = z.infer<typeof ProfileForm>;

type ProfileRefusal = { kind: "sign-in" } | { kind: "invalid" };

/** Changes what is thought of a reader, by their own word. @returns undefined: the form leads back to where it came from, a reset to the profile */
export async function changeProfile(input: unknown): Promise<Result<string | undefined, ProfileRefusal>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const parsed = ProfileForm.safeParse(input);
  if (!parsed.success) return err({ kind: "invalid" });
  const now = viewerTime(viewer, new Date());
  const done = await applyChange(viewer.userId, parsed.data, now);
  if (!done) return err({ kind: "invalid" });
  await touchReader(viewer.userId, now);
  return ok(pathAfter(parsed.data));
}

function pathAfter(form: ProfileForm): string | undefined {
  if (form.change === "reset") return "/profile?done=reset";
  // Back to the line that was changed.
  return form.change === "set" ? `/profile#${form.facet.replace(":", "-")}` : undefined;
}

async function applyChange(userId: string, form: ProfileForm, now: Date): Promise<boolean> {
  if (form.change === "reset") {
    await forgetWeights(userId, "all");
    return true;
  }
  const facet = readFacet(form.facet);
  if (!facet) return false;
  if (form.change === "forget") await forgetWeights(userId, facet);
  else await setChosen(userId, facet, form.weight === "learned" ? null : Number(form.weight), now);
  return true;
}
