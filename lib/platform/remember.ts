// In the global scope because a bundler may hold this module more than once in one process.
const holder = globalThis as typeof globalThis & { broadsheetForget?: Set<() => void> };

/**
 * Wraps a read that is the same for everyone so that one process asks for it once in `forMs`; callers meanwhile
 * share the answer. A failed read is forgotten at once. Never for anything that depends on the viewer.
 *
 * @param forMs how old, in milliseconds, an answer may be
 */
export function remember<T>(forMs: number, read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  const forget = () => {
    answer = undefined;
  };
  holder.broadsheetForget ??= new Set();
  holder.broadsheetForget.add(forget);
  return () => {
    const nowMs = performance.now();
    if (!answer || nowMs - askedAtMs > forMs) {
      askedAtMs = nowMs;
      answer = read();
      answer.catch(forget);
    }
    return answer;
  };
}

/** Forgets every remembered answer of this process, so that the next page is made from what the store says now. */
export function forgetRemembered(): void {
  for (const forget of holder.broadsheetForget ?? []) forget();
}
