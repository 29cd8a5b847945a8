import { signatureFrom, signatureOf } from "./article-numbers";
import { openChains } from "./chains";
import type { Places } from "./places";
import { estimateContainment, type TextSignature } from "./text-signature";
import type { Member } from "./types";

/** Two values a band: texts that share a third of their runs meet in one of sixteen bands nine times in ten. */
const bands = 16;
const valuesPerBand = 2;
/** Formulas such as share notices are in a band by the thousand. */
const bandMembersMax = 64;
/** Bands of different values share a list; with 100,000 articles about twelve do. */
const listsMask = 0x1ffff;

/** Finds texts that repeat each other nearly word for word. */
export type CopyIndex = {
  enter: (member: Member) => void;
  /** Forgets articles that have left their places. */
  sweep: () => void;
  /** Articles whose text may be the same: they share a band of the signature. */
  collect: (signature: TextSignature) => Set<Member>;
};

/** Opens an empty index: a list for each band's values, of entries that are numbered by the article's place. */
export function openCopyIndex(places: Places): CopyIndex {
  const chains = openChains();
  /** The articles that have the same values in this band. */
  const listAlike = (signature: TextSignature, band: number): Member[] => {
    const alike: Member[] = [];
    for (let entry = chains.first(listOf(signature, band)); entry >= 0; entry = chains.next(entry)) {
      const member = places.at(Math.floor(entry / bands));
      if (member && entry % bands === band && isAlike(signature, member, band)) alike.push(member);
    }
    return alike;
  };
  return {
    enter: (member) => {
      const signature = signatureOf(member);
      if (!signature) return;
      for (let band = 0; band < bands; band += 1) {
        if (listAlike(signature, band).length < bandMembersMax) chains.link(listOf(signature, band), member.place * bands + band);
      }
    },
    sweep: () => chains.sweep((entry) => places.at(Math.floor(entry / bands)) === undefined),
    collect: (signature) => {
      const found = new Set<Member>();
      for (let band = 0; band < bands; band += 1) for (const member of listAlike(signature, band)) found.add(member);
      return found;
    },
  };
}

/** The articles whose text this one repeats, by how much of the shorter they share; best first, then the oldest. */
export function rankCopies(
  signature: TextSignature | null,
  candidates: Iterable<Member>,
  copyAt: number,
): { member: Member; part: number }[] {
  if (!signature) return [];
  return [...candidates]
    .flatMap((member) => {
      const other = signatureOf(member);
      return other ? [{ member, part: estimateContainment(signature, other) }] : [];
    })
    .filter(({ part }) => part >= copyAt)
    .sort((a, b) => b.part - a.part || a.member.atMs - b.member.atMs || a.member.id - b.member.id);
}

/** The list of a band: its number and its values, scattered. */
function listOf({ values }: TextSignature, band: number): number {
  let hash = band;
  for (let at = band * valuesPerBand; at < (band + 1) * valuesPerBand; at += 1) hash = Math.imul(hash ^ (values[at] ?? 0), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) & listsMask;
}

/** Only articles with a signature are linked. */
function isAlike({ values }: TextSignature, member: Member, band: number): boolean {
  const from = signatureFrom(member);
  for (let at = band * valuesPerBand; at < (band + 1) * valuesPerBand; at += 1) {
    if (values[at] !== member.numbers[from + at]) return false;
  }
  return true;
}
