import fc from "fast-check";
import type { Facet, RankCandidate, RankContext } from "@/lib/ranking/types";

const nowMs = Date.UTC(2026, 10, 20);
const facet = fc
  .tuple(fc.constantFrom("publisher", "section", "topic", "author", "place"), fc.integer({ min: 0, max: 8 }))
  .map(([kind, target]): Facet => `${kind}:${target}` as const);
const share = fc.double({ min: 0, max: 1, noNaN: true });

export const weights = fc
  .array(fc.tuple(facet, fc.double({ min: -1, max: 1, noNaN: true })), { maxLength: 30 })
  .map((pairs): ReadonlyMap<Facet, number> => new Map(pairs));

export const candidate: fc.Arbitrary<RankCandidate> = fc.record({
  key: fc.integer({ min: 1, max: 60 }).map((id) => `s${id}`),
  articleId: fc.integer({ min: 1, max: 1_000_000 }),
  publisher: fc.constantFrom("", "1", "2", "3", "4"),
  section: fc.constantFrom("", "world", "sport", "climate"),
  country: fc.constantFrom("", "GB", "DE", "IN", "US"),
  publishedAtMs: fc.integer({ min: nowMs - 5 * 86_400_000, max: nowMs + 3_600_000 }),
  importance: share,
  facets: fc.array(fc.tuple(facet, share), { maxLength: 6 }),
  followed: fc.array(facet, { maxLength: 2 }),
  isPick: fc.boolean(),
  timesShown: fc.nat(9),
  readingMinutes: fc.nat(20),
});

/** No article stands for two stories, as in the store. */
export const candidates = fc.uniqueArray(candidate, { maxLength: 70, selector: ({ articleId }) => articleId });

export const context: fc.Arbitrary<RankContext> = fc.record({
  weights,
  country: fc.constantFrom("", "GB", "DE"),
  nowMs: fc.constant(nowMs),
  seed: fc.integer(),
  isPersonal: fc.boolean(),
});
