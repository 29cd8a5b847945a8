import { primaryLanguage } from "./count-words";

/** A stretch of a text beside its other version. */
export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/** Longer texts are shown whole, one after the other: the table below grows with the product of both lengths. */
const piecesMax = 600;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * How a short text became another, word by word, in reading order; what was taken out stands before what came in its
 * place. `removed` and `same` together are `before`, `added` and `same` together are `after`.
 *
 * @param language BCP 47 tag, for where words end in it
 * Source: longest common subsequence (Wagner and Fischer, 1974)
 */
export function diffWords(before: string, after: string, language: string): DiffPart[] {
  const [old, young] = [splitWords(before, language), splitWords(after, language)];
  if (old.length > piecesMax || young.length > piecesMax) return joinParts([removed(before), added(after)]);
  return joinParts(closeGaps(walk(old, young)));
}

const same = (text: string): DiffPart => ({ kind: "same", text });
const added = (text: string): DiffPart => ({ kind: "added", text });
const removed = (text: string): DiffPart => ({ kind: "removed", text });

/** Words, and what stands between them. */
function splitWords(text: string, language: string): string[] {
  return Array.from(segmenterFor(primaryLanguage(language)).segment(text), (piece) => piece.segment);
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const supported = Intl.Segmenter.supportedLocalesOf(/^[a-z]{2,3}$/.test(language) ? language : "en");
  const made = new Intl.Segmenter(supported[0] ?? "en", { granularity: "word" });
  segmenters.set(language, made);
  return made;
}

function walk(old: readonly string[], young: readonly string[]): DiffPart[] {
  const shared = sharedLengths(old, young);
  const width = young.length + 1;
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < young.length) {
    const at = i * width + j;
    const part = stepFrom(old[i] ?? "", young[j] ?? "", (shared[at + width] ?? 0) >= (shared[at + 1] ?? 0));
    parts.push(part);
    if (part.kind !== "added") i += 1;
    if (part.kind !== "removed") j += 1;
  }
  return [...parts, ...old.slice(i).map(removed), ...young.slice(j).map(added)];
}

/** @param goes whether more is shared when the old piece is left out than when the young one is put in */
function stepFrom(old: string, young: string, goes: boolean): DiffPart {
  if (old === young) return same(old);
  return goes ? removed(old) : added(young);
}

/** Length of the longest common subsequence of what is left from each pair of places, row by row. */
function sharedLengths(old: readonly string[], young: readonly string[]): Uint16Array {
  const width = young.length + 1;
  const table = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = young.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      table[at] = old[i] === young[j] ? (table[at + width + 1] ?? 0) + 1 : Math.max(table[at + width] ?? 0, table[at + 1] ?? 0);
    }
  }
  return table;
}

/** A mere space or mark that both versions share between two changes belongs to the change: else it falls to pieces. */
function closeGaps(parts: readonly DiffPart[]): DiffPart[] {
  return parts.flatMap((part, index) => {
    const isGap = part.kind === "same" && !/[\p{L}\p{N}]/u.test(part.text);
    const isInside = isChange(parts[index - 1]) && isChange(parts[index + 1]);
    return isGap && isInside ? [removed(part.text), added(part.text)] : [part];
  });
}

const isChange = (part: DiffPart | undefined): boolean => part !== undefined && part.kind !== "same";

/** One part for each run: of each change first what went, then what came; a space that both end with is no part of it. */
function joinParts(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  const run = { removed: "", added: "" };
  const flush = (next: string) => {
    const tail = run.removed === "" || run.added === "" ? "" : sharedTail(run.removed, run.added);
    for (const kind of ["removed", "added"] as const) {
      const text = run[kind].slice(0, run[kind].length - tail.length);
      if (text !== "") joined.push({ kind, text });
      run[kind] = "";
    }
    const last = joined.at(-1);
    if (last?.kind === "same") joined[joined.length - 1] = same(last.text + tail + next);
    else if (tail + next !== "") joined.push(same(tail + next));
  };
  for (const part of parts) {
    if (part.kind === "same") flush(part.text);
    else run[part.kind] += part.text;
  }
  flush("");
  return joined;
}

function sharedTail(one: string, other: string): string {
  const [tail] = /\s*$/.exec(one) ?? [""];
  return other.endsWith(tail) ? tail : "";
}
