import { estimateContainment, type TextSignature } from "./text-signature";
import type { Member } from "./types";

/** Two values a band: texts that share a third of their runs meet in one of sixteen bands nine times in ten. */
const bands = 16;
const valuesPerBand = 2;
/** Formulas such as share notices are in a band by the thousand. */
const bandMembersMax = 64;

/** Finds texts that repeat each other nearly word for word. */
export type CopyIndex = {
  enter: (member: Member) => void;
  leave: (member: Member) => void;
  /** Articles whose text may be the same: they share a band of the signature. */
  collect: (signature: TextSignature) => Set<Member>;
};

/** Opens an empty index: a map of each band's values to the articles that have them. */
export function openCopyIndex(): CopyIndex {
  // Nearly every band has one article: a list of its own for each would be most of the index.
  const maps = Array.from({ length: bands }, () => new Map<number, Member | Member[]>());
  return {
    enter: (member) => {
      for (const [map, key] of bandsOf(member.signature, maps)) {
        const known = listOf(map.get(key));
        if (known.length < bandMembersMax) map.set(key, known.length === 0 ? member : [...known, member]);
      }
    },
    leave: (member) => {
      for (const [map, key] of bandsOf(member.signature, maps)) {
        const [first, ...others] = listOf(map.get(key)).filter((each) => each !== member);
        if (first) map.set(key, others.length === 0 ? first : [first, ...others]);
        else map.delete(key);
      }
    },
    collect: (signature) => new Set(Array.from(bandsOf(signature, maps)).flatMap(([map, key]) => listOf(map.get(key)))),
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
    .flatMap((member) => (member.signature ? [{ member, part: estimateContainment(signature, member.signature) }] : []))
    .filter(({ part }) => part >= copyAt)
    .sort((a, b) => b.part - a.part || a.member.atMs - b.member.atMs || a.member.id - b.member.id);
}

function* bandsOf<T>(signature: TextSignature | null, maps: readonly T[]): Generator<[T, number]> {
  if (!signature) return;
  for (const [band, map] of maps.entries()) {
    const first = signature.values[band * valuesPerBand] ?? 0;
    // Within 31 bits a number is no object of its own.
    yield [map, ((first << 15) ^ (signature.values[band * valuesPerBand + 1] ?? 0)) & 0x3fffffff];
  }
}

const listOf = (known: Member | Member[] | undefined): Member[] => (known === undefined ? [] : Array.isArray(known) ? known : [known]);
