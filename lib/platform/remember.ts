// In the global scope because a bundler may hold this module more than once in one process.
const holder = globalThis as typeof globalThis & { broadsheetForget?: Set<() => void> };

type Answer<T> = { value: Promise<T>; askedAtMs: number };

/**
 * Wraps a read that is the same for everyone so that one process asks for it once a key in `forMs`; callers
 * meanwhile share the answer. A failed read is forgotten at once. Never for anything that depends on the viewer.
 *
 * @param options.forMs how old, in milliseconds, an answer may be
 * @param options.keysMax answers kept at once; the one asked for longest ago makes room
 */
export function rememberBy<K, T>(options: { forMs: number; keysMax: number }, read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const answers = new Map<K, Answer<T>>();
  holder.broadsheetForget ??= new Set();
  holder.broadsheetForget.add(() => answers.clear());
  return (key) => {
    const nowMs = performance.now();
    const known = answers.get(key);
    if (known && nowMs - known.askedAtMs <= options.forMs) return known.value;
    const answer = { value: read(key), askedAtMs: nowMs };
    answers.delete(key);
    answers.set(key, answer);
    answer.value.catch(() => {
      if (answers.get(key) === answer) answers.delete(key);
    });
    dropOldest(answers, options.keysMax);
    return answer.value;
  };
}

/** {@link rememberBy} for a read without a key. */
export function remember<T>(forMs: number, read: () => Promise<T>): () => Promise<T> {
  const byNothing = rememberBy({ forMs, keysMax: 1 }, (_key: null) => read());
  return () => byNothing(null);
}

/** Forgets every remembered answer of this process, so that the next page is made from what the store says now. */
export function forgetRemembered(): void {
  for (const forget of holder.broadsheetForget ?? []) forget();
}

function dropOldest<K>(answers: Map<K, unknown>, keysMax: number): void {
  for (const key of answers.keys()) {
    if (answers.size <= keysMax) return;
    answers.delete(key);
  }
}
