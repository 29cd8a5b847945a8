import type { Facet } from "../../types";
import { kindOfFacet } from "../kind-of-facet";

/** How large a share of all reading each section and publisher has. */
export type ShareCounts = {
  note: (facets: Iterable<Facet>) => void;
  /** How much a liking of it tells: 1 for what few read, less the more it is read by everybody. Terms are weighed already. */
  rarityOf: (facet: Facet) => number;
};

/** What fewer reads than this share are of tells whole. */
const rareShare = 0.05;
/** Steadies shares while few reads are known. */
const steadyReads = 20;

/** Opens an empty count. */
export function openShareCounts(): ShareCounts {
  const counts = new Map<string, number>();
  const add = (key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  return {
    note: (facets) => {
      for (const facet of facets) {
        add(facet);
        add(kindOfFacet(facet));
      }
    },
    rarityOf: (facet) => {
      const kind = kindOfFacet(facet);
      if (kind === "term") return 1;
      const share = ((counts.get(facet) ?? 0) + 1) / ((counts.get(kind) ?? 0) + steadyReads);
      // The root, as of the weight it is multiplied with: together they are the root of how far this reader exceeds all.
      return Math.sqrt(Math.min(1, rareShare / share));
    },
  };
}
