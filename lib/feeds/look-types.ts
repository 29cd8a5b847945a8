import { z } from "zod";

/** One of the first entries of a feed that was looked at; instants are ISO 8601 in UTC. */
const SampleEntry = z.object({
  title: z.string(),
  url: z.string().nullable(),
  authors: z.array(z.string()),
  publishedAt: z.string().nullable(),
  summary: z.string(),
  /** Key of its first picture, served by us; null for one without. */
  pictureHash: z.string().nullable(),
  hasFullText: z.boolean(),
});

/** What a feed is like, before anybody reads it. */
const FeedPreview = z.object({
  sample: z.array(SampleEntry),
  /** What is odd about it, one plain sentence each. */
  warnings: z.array(z.string()),
  /** The publisher's own names of sections, the commonest first. */
  categories: z.array(z.string()),
  /** Entries that could not be read. */
  dropped: z.number(),
});
export type FeedPreview = z.infer<typeof FeedPreview>;

const LookedFeed = FeedPreview.extend({
  url: z.string(),
  title: z.string(),
  homeUrl: z.string().nullable(),
  format: z.enum(["rss", "rdf", "atom", "json"]),
  language: z.string().nullable(),
  entries: z.number(),
  newestAt: z.string().nullable(),
  isComments: z.boolean(),
});
export type LookedFeed = z.infer<typeof LookedFeed>;

const ListedFeed = z.object({ title: z.string(), url: z.string(), homeUrl: z.string().nullable() });
export type ListedFeed = z.infer<typeof ListedFeed>;

/** What came of a look at an address, or at a list of feeds. */
export const LookResult = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("found"), feeds: z.array(LookedFeed) }),
  /** The address was read, and there is no feed. */
  z.object({ kind: z.literal("nothing") }),
  z.object({ kind: z.literal("failed"), words: z.string() }),
  /** A list of subscriptions that was handed in; nobody has asked the feeds. */
  z.object({ kind: z.literal("list"), feeds: z.array(ListedFeed), skipped: z.number() }),
]);
export type LookResult = z.infer<typeof LookResult>;

/** A look at an address; `result` is null while the worker is at it. */
export type FeedLook = { id: string; address: string; askedAt: Date; result: LookResult | null };
