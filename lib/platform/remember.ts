/**
 * Wraps a read that is the same for everyone so that one process asks for it once in `forMs`; callers meanwhile
 * share the answer. A failed read is forgotten at once. Never for anything that depends on the viewer.
 *
 * @param forMs how old, in milliseconds, an answer may be
 */
export function remember<T>(forMs: number, read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  return () => {
    const nowMs = performance.now();
    if (!answer || nowMs - askedAtMs > forMs) {
      askedAtMs = nowMs;
      answer = read();
      answer.catch(() => {
        answer = undefined;
      });
    }
    return answer;
  };
}
