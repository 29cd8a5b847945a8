import { z } from "zod";
import { Edition, placesMax } from "./types";

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is written in small letters, digits and single hyphens")
  .max(60);
const seen = z.coerce.number().int().min(0);
const key = z.string().min(1).max(64);
const slot = z.coerce.number().int().min(1).max(placesMax);
const checkbox = z
  .literal(["yes", "on"])
  .optional()
  .transform((value) => value !== undefined);
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .default("")
    .transform((text) => text.replaceAll(/\s+/g, " "));
const localTime = z.string().trim().max(30).default("");

/** What is done to a pick by the buttons of its row. `edition`: the one that the board was looked at in. */
export const RowForm = z.object({
  list: slug,
  seen,
  act: z.enum(["up", "down", "place", "swap", "pin", "unpin", "remove"]),
  key,
  /** Where it stands for whoever presses the button. */
  slot: slot.optional(),
  other: key.optional(),
  edition: Edition.default(""),
});
export type RowForm = z.output<typeof RowForm>;

/** A pick as its form sends it; times are as clocks show them in `zone`. Without a start it starts at once. */
export const PickForm = z.object({
  list: slug,
  seen,
  /** Of the pick that is changed; absent for a new one. */
  key: key.optional(),
  /** Of a new one: the article's number or address. */
  article: z.string().trim().max(2_048).optional(),
  slot,
  edition: z.string().trim().default("").pipe(Edition),
  pinned: checkbox,
  zone: z.string().trim().min(1).max(64).default("UTC"),
  starts: localTime,
  ends: localTime,
  note: words(300),
  headline: words(200),
  standfirst: words(400),
});
export type PickForm = z.output<typeof PickForm>;

/** Publishing a draft. `anyway`: in spite of its conflicts. */
export const PublishForm = z.object({ list: slug, seen, anyway: checkbox });

/** Going back to a former version. */
export const RestoreForm = z.object({ list: slug, seen, version: z.coerce.number().int().positive() });

/** A list as an admin defines it. */
export const ListForm = z.object({
  slug: slug.refine((text) => !["new", "define"].includes(text), "is a word that the desk needs itself"),
  isNew: checkbox,
  name: z.string().trim().min(1).max(60),
  description: words(200),
  places: slot,
  editions: z
    .string()
    .max(400)
    .default("")
    .transform((text) => [...new Set(text.split(/[\s,]+/).filter((each) => each !== ""))])
    .pipe(z.array(Edition.min(2)).max(40)),
  frontPlace: z
    .union([z.literal("").transform(() => null), z.coerce.number().int().min(0).max(20)])
    .nullable()
    .default(null),
  isActive: checkbox,
});
