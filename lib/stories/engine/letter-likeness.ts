/**
 * The three-letter runs of a headline's words, as sorted distinct numbers of 16 bits: spelling variants, inflections
 * and compounds share most of theirs.
 */
export function readLetters(headline: string): Uint16Array {
  const runs = new Set<number>();
  for (const word of headline
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `^${word}$`;
    for (let at = 0; at + 3 <= padded.length; at += 1) {
      runs.add((padded.charCodeAt(at) * 961 + padded.charCodeAt(at + 1) * 31 + padded.charCodeAt(at + 2)) & 0xffff);
    }
  }
  return Uint16Array.from(runs).sort();
}

/** Cosine of two sets of letter runs, 0 to 1. */
export function letterLikeness(a: Uint16Array, b: Uint16Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let shared = 0;
  let at = 0;
  for (const run of a) {
    while (at < b.length && (b[at] ?? 0) < run) at += 1;
    if (b[at] === run) shared += 1;
  }
  return shared / Math.sqrt(a.length * b.length);
}
