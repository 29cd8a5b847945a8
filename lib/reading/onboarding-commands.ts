import "server-only";
import { z } from "zod";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { err, ok, type Result } from "@/lib/core/result";
import type { Viewer } from "@/lib/entitlements/types";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { carryChoices, dropCarriedChoices, findCarriedChoices } from "./choices-gateway";
import { nameFollows } from "./follow-target-store";
import { type FollowRef, followRefText } from "./follow-types";
import { keepOnboarding } from "./onboarding-store";
import { findReaderSettings, saveReaderSettings } from "./settings-store";
import { type Choices, readChoices } from "./visitor-choices";

type AccountViewer = Extract<Viewer, { kind: "account" }>;

const SkipField = z.object({ skip: z.literal("1") });
const FollowedField = z.object({ followed: z.union([z.string(), z.array(z.string()).max(1_000)]) });

/**
 * Keeps what somebody picked: an account follows it from now on and lets go of what it had followed and left unpicked; a
 * visitor's browser carries it until they have an account. Skipping keeps nothing and is not asked for again.
 *
 * @returns the path that follows
 */
export async function keepStart(input: unknown): Promise<Result<string, { kind: "sign-in" } | { kind: "too-many" }>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof) return err({ kind: "sign-in" });
  const choices = readChoices(input);
  const isSkipped = SkipField.safeParse(input).success;
  if (!viewer) {
    if (isSkipped) return ok("/");
    await carryChoices(choices);
    return ok("/sign-up");
  }
  const now = viewerTime(viewer, new Date());
  await dropCarriedChoices();
  if (isSkipped) await saveReaderSettings(viewer.userId, { onboardedAt: now }, now);
  else if (!(await follow(viewer, choices, readFollowed(input), now))) return err({ kind: "too-many" });
  return ok("/");
}

/**
 * Makes what this browser's visitor picked the choices of the account they have now. Only of one that has never
 * chosen: a browser may be shared, and nobody's own choices are changed behind their back. Doing it again changes nothing.
 */
export async function adoptChoices(): Promise<void> {
  const choices = await findCarriedChoices();
  const viewer = choices && (await requireAccount());
  if (!choices || !viewer) return;
  const { onboardedAt } = await findReaderSettings(viewer.userId);
  if (onboardedAt === null) await follow(viewer, choices, [], viewerTime(viewer, new Date()));
  await dropCarriedChoices();
}

/** @returns false where there was not room for all that was picked */
async function follow({ userId }: AccountViewer, choices: Choices, shown: readonly FollowRef[], now: Date): Promise<boolean> {
  const picked = (await nameFollows(choices.picks)).map(({ kind, target }) => ({ kind, target }));
  const kept = new Set(picked.map(followRefText));
  const dropped = shown.filter((ref) => !kept.has(followRefText(ref)));
  return keepOnboarding({ userId, picked, dropped, country: choices.country, languages: choices.languages }, now);
}

const readFollowed = (input: unknown): FollowRef[] => {
  const read = FollowedField.safeParse(input);
  return read.success ? readChoices({ pick: read.data.followed }).picks : [];
};
