import { z } from "zod";
import type { Access } from "@/lib/entitlements/types";
import { type SectionSlug, sections } from "./sections";
import type { Direction } from "./types";

/** How much a note of a correction may say. */
export const correctionCharsMax = 600;
const slug = z.string().min(1).max(300);
const reason = z.string().trim().min(3, "Say why in a few words").max(500);
const sectionSlugs = sections.map((section) => section.slug) as [SectionSlug, ...SectionSlug[]];

/** What an editor may do to an article, by the form's field `act`. */
export const ArticleAct = z.discriminatedUnion("act", [
  z.object({ act: z.literal("section"), slug, section: z.enum(sectionSlugs) }),
  z.object({ act: z.literal("hide"), slug }),
  z.object({ act: z.literal("unhide"), slug }),
  z.object({ act: z.literal("withdraw"), slug, reason }),
  z.object({ act: z.literal("restore"), slug, reason }),
  /** As a `datetime-local` field says it, taken as UTC; "" lifts it. */
  z.object({
    act: z.literal("embargo"),
    slug,
    until: z.union([z.literal(""), z.iso.datetime({ local: true }).transform((at) => new Date(`${at.slice(0, 16)}:00Z`))]),
  }),
  z.object({ act: z.literal("wall"), slug, wall: z.enum(["title", "open", "registered", "metered", "lead_in", "paid"]) }),
  z.object({ act: z.literal("correct"), slug, words: z.string().trim().max(correctionCharsMax) }),
]);
export type ArticleAct = z.infer<typeof ArticleAct>;

/** An act on something, as the log has it. `at` is ISO 8601 in UTC. */
export type DeskAct = { seq: number; at: string; who: string; role: string; act: string; reason: string; before: string; after: string };

/** An article as the desk sees it: its facts and what was decided of it, never its licensed text. Instants are ISO 8601 in UTC. */
export type DeskArticle = {
  id: number;
  slug: string;
  headline: string;
  standfirst: string;
  byline: string;
  language: string;
  direction: Direction;
  originalUrl: string;
  section: SectionSlug;
  sectionBy: string;
  publisher: { slug: string; name: string; licence: string; wall: Access };
  access: Access;
  ownWall: Access | null;
  embargoUntil: string | null;
  takenDownAt: string | null;
  hiddenAt: string | null;
  correction: string | null;
  correctedAt: string | null;
  hasBody: boolean;
  wordCount: number;
  revisionCount: number;
  publishedAt: string;
  firstSeenAt: string;
  updatedAt: string | null;
  pictures: { hash: string; width: number | null; height: number | null; credit: string; alt: string }[];
  revisions: { number: number; kind: string; headline: string; seenAt: string; note: string | null }[];
  story: { slug: string; articleCount: number; publisherCount: number; isHeld: boolean } | null;
  picks: { list: string; startsAt: string; endsAt: string | null; editorName: string; note: string }[];
  acts: DeskAct[];
};
