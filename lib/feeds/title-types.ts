import { z } from "zod";
import { canonicalLanguage } from "@/lib/core/language";
import { absoluteHref } from "@/lib/core/url";
import type { BoardRow, FeedNote } from "./board-types";

/** A field that a browser sends once or several times. */
const list = <Each extends z.ZodType>(each: Each, max: number) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(each).max(max));

const text = (max: number) => z.string().trim().max(max, `at most ${max} characters`);
const named = (max: number, what: string) => text(max).min(1, `${what} is missing`);
const optional = (max: number) =>
  text(max)
    .default("")
    .transform((value) => value || null);
const checkbox = z.preprocess((value) => value !== undefined && value !== "", z.boolean());
const number = (min: number, max: number, what: string) =>
  z
    .union([
      z.literal("").transform(() => null),
      z.coerce
        .number({ error: `${what} is no number` })
        .int()
        .min(min)
        .max(max),
    ])
    .nullish()
    .transform((value) => value ?? null);

/** A section's slug, or "top"; one that is none of ours files nothing. */
const SectionWord = z.string().regex(/^[a-z]{2,20}$/);
const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/);
const Reason = named(500, "the reason");
const WebAddress = text(2_048).transform((value, context) => {
  const href = absoluteHref(/^[a-z]+:/i.test(value) ? value : `https://${value}`);
  if (href) return href;
  context.addIssue({ code: "custom", message: "this is no web address" });
  return z.NEVER;
});

export const licences = ["headline", "feed", "partner"] as const;
export const walls = ["open", "registered", "metered", "lead_in", "paid"] as const;
const indexings = ["noindex", "noindex_news", "self", "canonical_to_source"] as const;
export const identities = ["guid", "url", "title_date"] as const;

const paceMinutesMax = 7 * 24 * 60;
const facts = {
  name: named(120, "the name"),
  homeUrl: WebAddress,
  tagline: optional(200),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "two letters, such as GB"),
  language: text(20).transform((value, context) => {
    const tag = canonicalLanguage(value);
    if (tag) return tag;
    context.addIssue({ code: "custom", message: "no language tag, such as en-GB" });
    return z.NEVER;
  }),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, "a colour such as #1d3b53"),
  initials: named(4, "the initials"),
  stateMedia: checkbox,
  licence: z.enum(licences),
  wall: z.enum(walls),
  indexing: z.enum(indexings),
  fullText: checkbox,
  leadInWords: number(10, 90, "the length of the opening"),
  minMinutes: number(1, paceMinutesMax, "the shortest pace"),
  maxMinutes: number(1, paceMinutesMax, "the longest pace"),
  /** In step with each other: what the publisher calls a section, and which of ours it is; "" leaves it to the house. */
  category: list(text(80), 60),
  categorySection: list(z.union([SectionWord, z.literal("")]), 60),
};

const isPaceSound = ({ minMinutes, maxMinutes }: { minMinutes: number | null; maxMinutes: number | null }): boolean =>
  minMinutes === null || maxMinutes === null || minMinutes <= maxMinutes;
const paceFault = { message: "the shortest pace is longer than the longest", path: ["pace"] };

/** An address to look at. */
export const LookForm = z.object({ address: WebAddress });

/** What a title is and what it lets us show. */
export const TitleForm = z.object({ ...facts, slug: Slug }).refine(isPaceSound, paceFault);
export type TitleFacts = Omit<z.infer<typeof TitleForm>, "slug">;

/** A new title: the feeds chosen of a look by their places in it, each with its own section. */
export const NewTitleForm = z
  .object({
    ...facts,
    lookId: z.string().min(1).max(100),
    feed: list(z.coerce.number().int().min(0).max(50), 20),
    feedSection: list(SectionWord, 20),
    reason: Reason,
  })
  .refine(isPaceSound, paceFault);

/** A title that is not taken in, and why. */
export const RefusalForm = z.object({ lookId: z.string().min(1).max(100), name: facts.name, homeUrl: WebAddress, reason: Reason });

/** A list of subscriptions, as a file or as text. */
export const ListForm = z.object({
  file: z.union([z.instanceof(File), z.literal("")]).nullish(),
  text: z.string().max(2_097_152, "it is larger than 2 MB").nullish(),
});

/** Which of a list's feeds are taken in, and what is said of them all. */
export const ListedForm = z.object({
  lookId: z.string().min(1).max(100),
  feed: list(z.coerce.number().int().min(0).max(500), 500),
  country: facts.country,
  language: facts.language,
  reason: Reason,
});

/** Pause, resume or retire a title, with the reason. */
export const StandingForm = z.object({ slug: Slug, standing: z.enum(["pause", "resume", "retire"]), reason: Reason });
export const MergeForm = z.object({
  slug: Slug,
  into: text(120).transform((value) => value.replace(/^.*\/publisher\//, "")),
  reason: Reason,
});
export const LogoForm = z.object({ slug: Slug, url: z.union([z.literal("").transform(() => null), WebAddress]) });

/** One more feed of a title. */
export const FeedForm = z.object({ slug: Slug, url: WebAddress, section: SectionWord });
/** What may be said of one feed by hand. */
export const FeedEditForm = z.object({
  feedId: z.coerce.number().int().positive(),
  section: SectionWord,
  identity: z.enum(identities),
});
export const FeedActForm = z.object({
  feedId: z.coerce.number().int().positive(),
  act: z.enum(["poll", "replay", "clear-hold", "pause", "resume", "remove"]),
});
export type FeedAct = z.infer<typeof FeedActForm>["act"];

/** How a title stands, the first that holds. */
export const standings = ["merged", "retired", "paused", "off", "quiet", "live"] as const;
export type Standing = (typeof standings)[number];

/** A title in the office's list. */
export type TitleRow = {
  id: number;
  slug: string;
  name: string;
  country: string;
  language: string;
  licence: (typeof licences)[number];
  wall: (typeof walls)[number];
  isSample: boolean;
  standing: Standing;
  feeds: number;
  failing: number;
  lastEntryAt: Date | null;
};

export type NewTitle = z.infer<typeof NewTitleForm>;
export type TitleEdit = z.infer<typeof TitleForm>;
export type Refusal = z.infer<typeof RefusalForm>;
export type StandingChange = z.infer<typeof StandingForm>;
export type Merge = z.infer<typeof MergeForm>;
export type Logo = z.infer<typeof LogoForm>;
export type NewFeed = z.infer<typeof FeedForm>;
export type FeedEdit = z.infer<typeof FeedEditForm>;
export type FeedActOrder = z.infer<typeof FeedActForm>;
export type ListedOrder = z.infer<typeof ListedForm>;

/** A title with all that the office may change of it; the pace is that of its feeds. */
export type TitleRecord = Omit<TitleFacts, "category" | "categorySection"> & {
  id: number;
  slug: string;
  isSample: boolean;
  isActive: boolean;
  sectionMap: Record<string, string>;
  logoHash: string | null;
  pausedAt: Date | null;
  retiredAt: Date | null;
  quietToldAt: Date | null;
  mergedInto: { slug: string; name: string } | null;
};

/** A feed of a title as the office sees it. */
export type TitleFeed = {
  id: number;
  url: string;
  section: string;
  isActive: boolean;
  identity: (typeof identities)[number];
  minIntervalSec: number | null;
  maxIntervalSec: number | null;
  lastSuccessAt: Date | null;
  failureCount: number;
  goneAt: Date | null;
};

/** Everything the office sees of a title. */
export type TitleView = {
  title: TitleRecord;
  feeds: TitleFeed[];
  board: BoardRow[];
  notes: (FeedNote & { url: string })[];
  decisions: { id: number; verdict: string; reason: string; decidedBy: string; decidedAt: Date }[];
  /** What its newest entries call their sections, the commonest first. */
  categories: string[];
};
