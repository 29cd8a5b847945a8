import { z } from "zod";
import { type Facet, facetKinds, type RankContext, type RankedCard, rankTermNames } from "../types";
import { rankVersion } from "./constants";

const FacetText = z.templateLiteral([z.enum(facetKinds), ":", z.string()]);
const Weighed = z.tuple([FacetText, z.number()]);

const Candidate = z.object({
  key: z.string(),
  articleId: z.int(),
  publisher: z.string(),
  section: z.string(),
  country: z.string(),
  publishedAtMs: z.number(),
  importance: z.number(),
  facets: z.array(Weighed),
  followed: z.array(z.templateLiteral([z.enum([...facetKinds, "story"]), ":", z.string()])),
  isPick: z.boolean(),
  timesShown: z.number(),
  readingMinutes: z.number(),
});

/** What a log keeps of an order that was shown, as it stands in a JSON column. An order of other rules cannot be read. */
export const RankLog = z.object({
  version: z.literal(rankVersion),
  context: z.object({
    weights: z.array(Weighed),
    country: z.string(),
    nowMs: z.number(),
    seed: z.number(),
    isPersonal: z.boolean(),
  }),
  cards: z.array(
    z.object({
      candidate: Candidate,
      score: z.int(),
      terms: z.record(z.enum(rankTermNames), z.int()),
      because: z.array(Weighed),
      isOutside: z.boolean(),
    }),
  ),
});
export type RankLog = z.infer<typeof RankLog>;

/**
 * The log of an order: its cards whole, and of the reader's weights those that its cards name, with one more where that
 * is none at all, for a reader with a profile is not ranked as one without.
 *
 * @returns plain JSON
 */
export function logOrder(cards: readonly RankedCard[], { weights, ...rest }: RankContext): RankLog {
  const named = new Set(cards.flatMap(({ candidate }) => candidate.facets.map(([facet]) => facet)));
  const kept = [...weights].filter(([facet]) => named.has(facet));
  const spare = [...weights].slice(0, kept.length === 0 ? 1 : 0);
  return {
    version: rankVersion,
    context: { ...rest, weights: [...kept, ...spare].map(([facet, weight]): [Facet, number] => [facet, weight]) },
    cards: cards.map(({ candidate, because, ...card }) => ({
      ...card,
      because: because.map(([facet, share]): [Facet, number] => [facet, share]),
      candidate: {
        ...candidate,
        facets: candidate.facets.map(([facet, strength]): [Facet, number] => [facet, strength]),
        followed: [...candidate.followed],
      },
    })),
  };
}
