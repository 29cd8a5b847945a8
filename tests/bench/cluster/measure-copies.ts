import type { Report } from "../types";
import { findRoots } from "./find-roots";
import { isTuned, shuffle } from "./halves";
import { edits, makeCopies } from "./make-copies";
import { runEngine } from "./run-engine";
import { scoreCopies } from "./score-copies";
import type { SetArticle } from "./types";

const seed = 11;

/** Reports how well copies that were made of these texts are found among them. */
export function measureCopies(texts: readonly SetArticle[], report: Report): void {
  const line = (what: string, value: number, bar?: number): void =>
    report({
      metric: `wire copies: ${what}`,
      value: Math.round(value * 1_000) / 1_000,
      unit: "share",
      ...(bar === undefined ? {} : { bar }),
    });
  const whole = run(texts);
  line("F1", whole.f1, 0.97);
  line("precision", whole.precision);
  line("recall", whole.recall);
  for (const [edit, recall] of whole.byEdit) line(`found of those with the edit “${edit}”`, recall);
  line("F1, half tuned on", run(texts.filter(({ halfKey }) => isTuned(halfKey))).f1);
  line("F1, half held out", run(texts.filter(({ halfKey }) => !isTuned(halfKey))).f1);
}

function run(texts: readonly SetArticle[]) {
  const copies = makeCopies(texts, seed);
  const stream = shuffle([...texts, ...copies], seed);
  const roots = findRoots(texts);
  const originals = new Map(copies.map(({ id, of }) => [id, of]));
  const rootOf = (id: string): string => roots.get(originals.get(id) ?? id) ?? id;
  const { copyOf } = runEngine(stream);
  const ids = stream.map(({ id }) => id);
  const score = scoreCopies(ids, ids.map(rootOf), copyOf);
  const foundOf = new Map(ids.map((id, index) => [id, copyOf[index] ?? null]));
  const places = new Map(ids.map((id, index) => [id, index]));
  const firsts = new Map(ids.toReversed().map((id) => [rootOf(id), places.get(id) ?? 0]));
  const byEdit = edits.map((edit) => {
    const own = copies.filter((copy) => copy.edit === edit && firsts.get(rootOf(copy.id)) !== places.get(copy.id));
    const found = own.filter(({ id }) => foundOf.get(id) != null && rootOf(foundOf.get(id) ?? "") === rootOf(id));
    return [edit, found.length / Math.max(1, own.length)] as const;
  });
  return { ...score, byEdit };
}
