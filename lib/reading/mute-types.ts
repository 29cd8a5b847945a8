import { z } from "zod";
import { collapseSpace } from "@/lib/core/text";
import { foldKeyword } from "@/lib/entitlements/match-keyword";
import { type MuteKind, muteKinds } from "@/lib/entitlements/mute-types";

/** For how many days something is muted; empty is for good. */
export const muteSpans = ["1", "7", "30", ""] as const;
export type MuteSpan = (typeof muteSpans)[number];

/** No reader mutes more than this at once: it bounds what every page costs. */
export const mutesMax = 500;

/** Something muted as its page lists it; `name` is null for what is no longer in the paper, `language` is a keyword's. */
export type MutedEntry = {
  id: number;
  kind: MuteKind;
  name: string | null;
  path: string | null;
  language: string;
  mutedAt: Date;
  expiresAt: Date | null;
};

const days = z.enum(muteSpans).optional();
const returnTo = z.string().max(2_048).optional();

const Keyword = z
  .string()
  .max(200)
  .transform(collapseSpace)
  .refine((word) => word.length <= 80 && isWordEnough(foldKeyword(word)), "a word or a few, of at least two letters");

/** What to mute, as its form sends it. */
export const MuteForm = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.enum(muteKinds).exclude(["keyword"]),
    target: z
      .string()
      .regex(/^[1-9]\d{0,9}$/)
      .refine((id) => Number(id) <= 2_147_483_647),
    language: z.literal("").optional(),
    days,
    returnTo,
  }),
  z.strictObject({
    kind: z.literal("keyword"),
    target: Keyword,
    language: z
      .string()
      .regex(/^([a-z]{2,3})?$/)
      .optional(),
    days,
    returnTo,
  }),
]);
export type MuteForm = z.infer<typeof MuteForm>;

/** What to mute no longer. */
export const UnmuteForm = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  returnTo,
});

/** One letter would hide nearly everything; one character of Chinese or Japanese is a word. */
const isWordEnough = (folded: string): boolean => folded.length >= 2 || /\p{Script=Han}/u.test(folded);
