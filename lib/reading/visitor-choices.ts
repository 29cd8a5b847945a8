import { z } from "zod";
import { type FollowRef, followRefText, readFollowRef } from "./follow-types";

/** What somebody picked for a front page of their own. */
export type Choices = {
  /** ISO 3166-1 alpha-2; null for none. */
  country: string | null;
  /** Primary subtags. */
  languages: string[];
  picks: FollowRef[];
};

/** More picks than this are not carried: they have to fit into a cookie. */
export const picksMax = 100;
const languagesMax = 10;
const textCharsMax = 3_000;

const list = z.preprocess((given) => (given === undefined || given === "" ? [] : [given].flat()), z.array(z.string()).max(1_000));

const ChoicesFields = z.object({
  country: z.preprocess(
    (given) => (given === "" || given === undefined ? null : given),
    z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .catch(null),
  ),
  language: list.catch([]),
  pick: list.catch([]),
});

/**
 * Reads choices as a form or an address holds them: `country`, and any number of `language` and `pick`. What cannot be
 * read is left out, what comes twice is one, and the first {@link picksMax} picks count.
 */
export function readChoices(fields: unknown): Choices {
  const { country, language, pick } = ChoicesFields.catch({ country: null, language: [], pick: [] }).parse(fields);
  return { country, languages: readLanguages(language), picks: readPicks(pick) };
}

/** Choices as a cookie carries them: unreserved characters alone, so that nothing has to be escaped. At most 3,000 characters. */
export function writeChoices({ country, languages, picks }: Choices): string {
  const said = picks.slice(0, picksMax).map((ref) => followRefText(ref).replace(":", "."));
  return [country ?? "", languages.slice(0, languagesMax).join("!"), said.join("!")].join("~");
}

/** {@link writeChoices} the other way round. @returns null for what it did not write */
export function parseChoices(text: string | undefined): Choices | null {
  if (text === undefined || text.length > textCharsMax || !/^([A-Z]{2})?~[a-z!]*~[a-z0-9.!]*$/.test(text)) return null;
  const [country = "", languages = "", picks = ""] = text.split("~");
  const split = (joined: string) => joined.split("!").filter((part) => part !== "");
  return {
    country: country || null,
    languages: readLanguages(split(languages)),
    picks: readPicks(split(picks).map((ref) => ref.replace(".", ":"))),
  };
}

const readLanguages = (given: readonly string[]): string[] =>
  [...new Set(given.filter((language) => /^[a-z]{2,3}$/.test(language)))].slice(0, languagesMax);

function readPicks(given: readonly string[]): FollowRef[] {
  const read = given.flatMap((text) => readFollowRef(text) ?? []);
  return [...new Map(read.map((ref) => [followRefText(ref), ref])).values()].slice(0, picksMax);
}
