import { findSection } from "@/lib/articles/sections";
import type { FacetKind } from "./types";

/** What a reader can say of one facet, from never to most, and what it weighs. "learned" leaves it to what they read. */
export const chosenWeights = [
  { value: "-1", name: "Never" },
  { value: "-0.5", name: "Less" },
  { value: "0", name: "As is" },
  { value: "0.5", name: "More" },
  { value: "1", name: "Most" },
] as const;

/** Kinds that a profile holds. */
const profileKinds = ["publisher", "section", "topic", "author", "place"] as const satisfies readonly FacetKind[];
type ProfileKind = (typeof profileKinds)[number];

/** Reads `kind:target` of what a profile can hold; null for anything else. Whether there is such a thing is not asked. */
export function readFacet(text: string): { kind: ProfileKind; target: string } | null {
  const [given, target = ""] = text.split(":");
  const kind = profileKinds.find((known) => known === given);
  if (!kind) return null;
  return isTarget(kind, target) ? { kind, target } : null;
}

function isTarget(kind: ProfileKind, target: string): boolean {
  if (kind === "section") return findSection(target) !== null;
  return kind === "place" ? /^[A-Z]{2}$/.test(target) : /^[1-9]\d{0,8}$/.test(target);
}
