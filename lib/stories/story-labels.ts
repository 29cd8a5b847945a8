import type { EngineVerdict } from "./engine/types";

type Noted = { id: string; publishedAtMs: number; key: number; score: number; copyOf: string | null };
type Choice = { id: string; storyId: string; score: number; duplicateOf?: string };

/** Ids further back than this are forgotten: one that came again would be judged anew. */
const idsMax = 300_000;

/**
 * Names an engine's stories and articles for a stream: a story by the id of its first article, an article by its own.
 * Verdicts wait here, and follow merges and splits until they are taken.
 */
export function openStoryLabels() {
  const numbers = new Map<string, number>();
  const notedOf = new Map<number, Noted>();
  const storyIdOf = new Map<number, string>();
  const mergedInto = new Map<number, number>();
  let waiting: Noted[] = [];
  let nextNumber = 0;

  const keyNow = (key: number): number => {
    const next = mergedInto.get(key);
    return next === undefined ? key : keyNow(next);
  };
  const forgetOldest = (): void => {
    for (const [id, number] of numbers) {
      if (numbers.size <= idsMax) return;
      numbers.delete(id);
      notedOf.delete(number);
    }
  };
  const print = ({ id, key, score, copyOf }: Noted): Choice => ({
    id,
    storyId: storyIdOf.get(keyNow(key)) ?? id,
    score: Math.round(score * 10_000) / 10_000,
    ...(copyOf === null ? {} : { duplicateOf: copyOf }),
  });
  return {
    /** The number under which the engine knows an id. */
    numberOf: (id: string): number => {
      const number = numbers.get(id) ?? ++nextNumber;
      numbers.set(id, number);
      forgetOldest();
      return number;
    },
    /** An id that came before waits to be printed once more. @returns whether it did */
    repeat: (id: string, publishedAtMs: number): boolean => {
      const known = notedOf.get(numbers.get(id) ?? 0);
      if (known) waiting.push({ ...known, publishedAtMs });
      return known !== undefined;
    },
    note: ({ id, publishedAtMs }: { id: string; publishedAtMs: number }, verdict: EngineVerdict): void => {
      const copyOf = verdict.copyOfId === null ? null : (notedOf.get(verdict.copyOfId)?.id ?? null);
      const noted: Noted = { id, publishedAtMs, key: verdict.storyKey, score: verdict.score, copyOf };
      notedOf.set(verdict.id, noted);
      if (verdict.isNew) storyIdOf.set(verdict.storyKey, id);
      for (const { from, into } of verdict.mergedKeys) mergedInto.set(from, into);
      for (const { into, ids } of verdict.splits) part(into, ids);
      waiting.push(noted);
    },
    /** Takes what was noted for articles published until then, and whatever is more than may wait. */
    take: (untilMs: number, waitingMax: number): Choice[] => {
      const due = waiting.findIndex(({ publishedAtMs }) => publishedAtMs > untilMs);
      const count = Math.max(due === -1 ? waiting.length : due, waiting.length - waitingMax);
      const taken = waiting.slice(0, count);
      if (count > 0) waiting = waiting.slice(count);
      return taken.map(print);
    },
  };

  function part(into: number, ids: readonly number[]): void {
    const members = ids.flatMap((number) => notedOf.get(number) ?? []);
    for (const member of members) member.key = into;
    storyIdOf.set(into, members[0]?.id ?? String(into));
  }
}
