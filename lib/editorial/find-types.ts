import { z } from "zod";
import { type SectionSlug, sections } from "@/lib/articles/sections";
import type { Direction } from "@/lib/articles/types";
import type { Access } from "@/lib/entitlements/types";

/** What an editor may look for at once; each is a few words about its rows and an order of its own. */
export const findKinds = ["articles", "stories", "rising", "one-region", "long-good"] as const;
export type FindKind = (typeof findKinds)[number];

/** How far back to look, in hours: what bounds the cost of every search. */
export const findHours = [3, 6, 12, 24, 72, 168, 720] as const;
/** Growth is counted over these last hours. */
export const growthHours = 6;
/** What counts as long, in words. */
export const longWords = 800;

const oneOf = (values: readonly string[]) =>
  z
    .string()
    .refine((value) => values.includes(value))
    .optional()
    .catch(undefined);
const count = z.coerce.number().int().min(1).max(100_000).optional().catch(undefined);

/** A search as its address says it: what cannot be read is left out. */
export const FindQuery = z.object({
  kind: z.enum(findKinds).catch("articles"),
  words: z.string().trim().max(200).catch(""),
  hours: z.coerce
    .number()
    .pipe(z.literal([...findHours]))
    .catch(72),
  section: oneOf(sections.map(({ slug }) => slug)),
  title: z.string().min(1).max(200).optional().catch(undefined),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .catch(undefined),
  titles: count,
  length: count,
  wall: z.enum(["open", "registered", "metered", "lead_in", "paid"]).optional().catch(undefined),
  picked: z.enum(["yes", "no"]).optional().catch(undefined),
  after: z.string().max(64).optional().catch(undefined),
});
export type FindQuery = z.infer<typeof FindQuery>;

/** A row of what was found, with the numbers that made it so. Instants are ISO 8601 in UTC. */
export type FoundArticle = {
  id: number;
  slug: string;
  headline: string;
  standfirst: string;
  language: string;
  direction: Direction;
  section: SectionSlug;
  publisherName: string;
  publishedAt: string;
  wordCount: number;
  access: Access;
  state: "listed" | "hidden" | "withdrawn" | "embargo";
  isPicked: boolean;
  story: { slug: string; articleCount: number; titleCount: number; regions: string[]; growth: number } | null;
  /** Members who opened it, those who came to its end, how often it was saved, and gifts of it that were opened. */
  readers: number;
  finished: number;
  saves: number;
  gifts: number;
};

export type FindPage = { rows: FoundArticle[]; nextCursor: string | null };
