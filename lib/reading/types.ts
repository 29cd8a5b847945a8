import { z } from "zod";

/** What can be followed. Places are topics. */
export const followKinds = ["publisher", "section", "topic", "author", "story"] as const;
export type FollowKind = (typeof followKinds)[number];

/** Something that a reader follows; `target` is a section's slug, else the row's id in decimal. */
export type Followed = { kind: FollowKind; target: string; followedAt: Date };

/** Minutes of reading that an edition may have. */
export const editionLengths = [5, 12, 25] as const;
export type EditionMinutes = (typeof editionLengths)[number];

/** How a reader wants the paper. */
export type ReaderSettings = {
  /** Off: every page is ordered as for everyone. */
  isPersonal: boolean;
  /** Off: nothing that is read is kept, and nothing is learnt. */
  keepsHistory: boolean;
  /** ISO 3166-1 alpha-2; null while nothing is known. */
  country: string | null;
  /** Primary subtags, the dearest first; empty for the edition's own. */
  languages: string[];
  /** IANA name. */
  timeZone: string;
  /** Blocks of the front page in the reader's order; empty for the standing one. */
  blockOrder: string[];
  editionMinutes: EditionMinutes;
  /** Hours of the day, 0 to 23, in the reader's zone. */
  editionHours: number[];
  onboardedAt: Date | null;
  /** An order made before this instant is out of date. */
  changedAt: Date | null;
};

/** What a form or a job changes of the settings; `changedAt` is set by the store. */
export type SettingsChange = Partial<Omit<ReaderSettings, "changedAt">>;

/** Settings as their form sends them. */
export const SettingsForm = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(10)
    .optional(),
  timeZone: z
    .string()
    .max(64)
    .refine((zone) => isTimeZone(zone), "name a time zone such as Europe/Vienna")
    .optional(),
  editionMinutes: z.literal([...editionLengths]).optional(),
  editionHours: z.array(z.int().min(0).max(23)).min(1).max(4).optional(),
});

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
