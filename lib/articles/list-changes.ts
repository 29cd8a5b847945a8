import { type DiffPart, diffWords } from "./diff-words";

/** The public words of an article at one time. */
export type PublicWords = { headline: string; standfirst: string };

/** A version that was replaced, how far its successor differs, and when that was seen. */
export type ReplacedVersion = PublicWords & {
  /** Counted from 1, the version that was published first. */
  number: number;
  kind: "minor" | "material";
  seenAt: Date;
  note: string | null;
};

/** What became of an article at one time; `seenAt` is an ISO 8601 instant in UTC. */
export type ArticleChange = {
  number: number;
  kind: "minor" | "material";
  seenAt: string;
  /** Null where it stayed as it was. */
  headline: DiffPart[] | null;
  standfirst: DiffPart[] | null;
  /** The publisher's own words about it. */
  note: string | null;
};

/**
 * The changes of an article, newest first: each replaced version beside the one that followed it.
 *
 * @param replaced versions in the order of their numbers, without a gap
 * @param current the words of today
 */
export function listChanges(replaced: readonly ReplacedVersion[], current: PublicWords, language: string): ArticleChange[] {
  return replaced
    .map((version, index) => {
      const next = replaced[index + 1] ?? current;
      return {
        number: version.number,
        kind: version.kind,
        seenAt: version.seenAt.toISOString(),
        headline: difference(version.headline, next.headline, language),
        standfirst: difference(version.standfirst, next.standfirst, language),
        note: version.note,
      };
    })
    .reverse();
}

const difference = (before: string, after: string, language: string): DiffPart[] | null =>
  before === after ? null : diffWords(before, after, language);

/** What of an article is another than it was. */
export type ChangedPart = "headline" | "standfirst" | "text";

/**
 * What changed of an article since a reader had it before them; empty where nothing but typography did. A change of
 * none of the public words is one of the text.
 *
 * @param since the versions that were replaced after the reading, in the order of their numbers
 */
export function changedParts(since: readonly ReplacedVersion[], current: PublicWords): ChangedPart[] {
  const first = since[0];
  if (!first || since.every((version) => version.kind === "minor")) return [];
  const isTextChanged = since.some((version, index) => {
    const next = since[index + 1] ?? current;
    return version.kind === "material" && version.headline === next.headline && version.standfirst === next.standfirst;
  });
  const parts: ChangedPart[] = [];
  if (first.headline !== current.headline) parts.push("headline");
  if (first.standfirst !== current.standfirst) parts.push("standfirst");
  if (isTextChanged || parts.length === 0) parts.push("text");
  return parts;
}
