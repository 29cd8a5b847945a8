import { type Facet, type FacetKind, facetKinds } from "../types";

const kinds = new Map(facetKinds.map((kind): [string, FacetKind] => [kind, kind]));

/** The kind that a facet names before its colon. @throws for what is no facet */
export function kindOfFacet(facet: Facet): FacetKind {
  const kind = kinds.get(facet.slice(0, facet.indexOf(":")));
  if (!kind) throw new Error(`${facet} is of no known kind`);
  return kind;
}
