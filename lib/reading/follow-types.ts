import { z } from "zod";
import { type FollowKind, followKinds } from "./types";

/** How a page's own subject stands with whoever looks; `isFollowed` is null for a visitor, who follows nothing yet. */
export type FollowMark = { kind: FollowKind; target: string; isFollowed: boolean | null };

/** Something of the paper that can be followed, by what it is called and where it stands. */
export type FollowTarget = { kind: FollowKind; target: string; name: string; path: string; language: string };

/** What a follow points at: a section's slug, else a row's id in decimal. */
const FollowRef = z.strictObject({
  kind: z.enum(followKinds),
  target: z.union([z.string().regex(/^[1-9]\d{0,9}$/), z.string().regex(/^[a-z]{2,20}$/)]),
});
export type FollowRef = z.infer<typeof FollowRef>;

/** Following and no longer following, as its form sends it. */
export const FollowForm = FollowRef.extend({ on: z.enum(["0", "1"]) });

/**
 * Reads `kind:target`, as addresses and cookies hold it: "publisher:12", "section:world".
 *
 * @returns null for anything else; whether there is such a thing is the store's to say
 */
export function readFollowRef(text: string): FollowRef | null {
  const [kind, target, ...more] = text.split(":");
  const read = FollowRef.safeParse({ kind, target });
  return read.success && more.length === 0 && isNumbered(read.data) ? read.data : null;
}

/** {@link readFollowRef} the other way round. */
export const followRefText = ({ kind, target }: FollowRef): string => `${kind}:${target}`;

/** Only sections go by a word, and they by nothing else; an id is a Postgres `int`. */
export function isNumbered({ kind, target }: FollowRef): boolean {
  const isWord = /^[a-z]/.test(target);
  return kind === "section" ? isWord : !isWord && Number(target) <= 2_147_483_647;
}
