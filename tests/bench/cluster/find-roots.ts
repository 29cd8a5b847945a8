/** Texts that share so much of the shorter one go back to one text, whoever printed it first. */
const sameTextShare = 0.5;
const runWords = 6;

/**
 * The root of each text by exact comparison of its runs of six words: reports that are copies of each other in the set
 * itself count as one.
 */
export function findRoots(texts: readonly { id: string; text: string }[]): Map<string, string> {
  const index = new Map<string, Known[]>();
  const roots = new Map<string, string>();
  for (const { id, text } of texts) {
    const own: Known = { root: id, runs: runsOf(text) };
    own.root = findOriginal(own, index)?.root ?? id;
    roots.set(id, own.root);
    for (const run of own.runs) index.set(run, [...(index.get(run) ?? []), own]);
  }
  return roots;
}

type Known = { root: string; runs: ReadonlySet<string> };

/** The text before that shares most, if that is half of the shorter. */
function findOriginal({ runs }: Known, index: ReadonlyMap<string, readonly Known[]>): Known | undefined {
  const shared = new Map<Known, number>();
  for (const run of runs) for (const other of index.get(run) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  const isSame = ([other, count]: [Known, number]): boolean => count >= Math.min(other.runs.size, runs.size) * sameTextShare;
  return [...shared].filter(isSame).sort((a, b) => b[1] - a[1])[0]?.[0];
}

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(runWords - 1).map((_, index) => words.slice(index, index + runWords).join(" ")));
}
