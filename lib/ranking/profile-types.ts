import type { Facet, FacetKind } from "./types";

/** What a facet is called, and where its own page is; null for what has none. */
export type NamedFacet = { facet: Facet; name: string; path: string | null };

/** One line of a profile: what weighs, and whose word that is. Weights are -1 to 1. */
export type ProfileLine = NamedFacet & { kind: FacetKind; weight: number; learned: number; chosen: number | null; learnedAt: Date };

/** What is thought of a reader, the strongest of each kind first. */
export type ProfileView = { lines: ProfileLine[]; isPersonal: boolean; keepsHistory: boolean };
