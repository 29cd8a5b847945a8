import "server-only";
import type { LanguageWish } from "@/lib/core/read-accept-language";
import type { Viewer } from "@/lib/entitlements/types";
import type { ReaderSettings } from "@/lib/reading/types";
import { maySee } from "./may-see";
import { makeRanking, type Ranking } from "./ranking-store";

/** Whoever a page is ordered for, and when. `hints`: what the browser says of language and place, for a reader who has said nothing. */
export type RankedFor = { viewer: Extract<Viewer, { kind: "account" }>; settings: ReaderSettings; hints: LanguageWish; now: Date };

/** Ranks what this reader may want to read now by how they want the paper, without what they muted, best first. @param take how many at most */
export function rankViewer({ viewer, settings, hints, now }: RankedFor, take: number): Promise<Ranking> {
  const reader = {
    userId: viewer.userId,
    country: settings.country ?? hints.country ?? "",
    languages: settings.languages.length > 0 ? settings.languages : hints.languages,
    isPersonal: settings.isPersonal,
  };
  return makeRanking(reader, { take, mayStand: maySee(viewer, now) }, now);
}
