import { readingMinutes } from "@/lib/articles/count-words";
import { minuteSec } from "@/lib/core/clock";
import type { Facet, ReaderSignal } from "./types";

/** Something a reader did, as the store finds it; of a follow the facet, of everything else the article. */
export type Act = {
  kind: "opened" | "read" | "saved" | "followed" | "skipped";
  at: Date;
  articleId: number | null;
  facet: Facet | null;
  activeSec: number;
  depth: number;
  wordCount: number | null;
  language: string | null;
};

/** What was read to the end counts at least half, however fast. */
const readMin = 0.5;

/** An act as it is learnt from; null for one of what is not there any more. @param facets of its article */
export function toSignal(act: Act, facets: readonly (readonly [Facet, number])[] | undefined): ReaderSignal | null {
  const about = act.facet === null ? facets : ([[act.facet, 1]] as const);
  return about ? { kind: act.kind, atMs: act.at.getTime(), facets: about, strength: strengthOf(act) } : null;
}

/** How far and how long something was read, 0 to 1, each half; an act without a measure is 1. */
function strengthOf({ kind, activeSec, depth, wordCount, language }: Act): number {
  if (kind !== "read" && kind !== "opened") return 1;
  const wholeSec = readingMinutes(wordCount ?? 0, language ?? "en") * minuteSec;
  const measured = (Math.min(1, depth / 100) + Math.min(1, activeSec / wholeSec)) / 2;
  return kind === "read" ? Math.max(readMin, measured) : measured;
}
