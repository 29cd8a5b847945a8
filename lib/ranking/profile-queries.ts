import "server-only";
import type { Viewer } from "@/lib/entitlements/types";
import { findReaderSettings } from "@/lib/reading/settings-store";
import { fadeWeight } from "./engine/fade-weight";
import { kindOfFacet } from "./engine/kind-of-facet";
import { nameFacets } from "./facet-store";
import { readProfile } from "./profile-store";
import type { ProfileView } from "./profile-types";

/** Less than this of a liking is not worth a line. */
const shownMin = 0.01;
const linesEach = 40;

/** A reader's profile in words and numbers. Three queries. */
export async function readOwnProfile({ userId }: Extract<Viewer, { kind: "account" }>, now: Date): Promise<ProfileView> {
  const [{ weights }, { isPersonal, keepsHistory }] = await Promise.all([readProfile(userId), findReaderSettings(userId)]);
  const known = weights
    .map(([facet, { learned, learnedAtMs, chosen }]) => {
      const kind = kindOfFacet(facet);
      const faded = fadeWeight(learned, learnedAtMs, now.getTime(), kind);
      return { facet, kind, weight: chosen ?? faded, learned: faded, chosen, learnedAt: new Date(learnedAtMs) };
    })
    .filter(({ weight, chosen }) => chosen !== null || Math.abs(weight) >= shownMin)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.facet < b.facet ? -1 : 1));
  const shown = [...Map.groupBy(known, ({ kind }) => kind).values()].flatMap((lines) => lines.slice(0, linesEach));
  const named = new Map((await nameFacets(shown.map(({ facet }) => facet))).map(({ facet, name, path }) => [facet, { facet, name, path }]));
  const lines = shown.flatMap((line) => {
    const name = named.get(line.facet);
    return name ? [{ ...line, ...name }] : [];
  });
  return { lines, isPersonal, keepsHistory };
}
