// In the global scope because a bundler may hold this module more than once in one process.
const holder = globalThis as typeof globalThis & { broadsheetForget?: Set<() => void> };

type Answer<T> = { value: Promise<T>; askedAtMs: number; isRenewed: boolean };

/** How long answers are kept: `forMs` how old, in milliseconds, one may be; `keysMax` so many at once, the one asked for longest ago makes room. */
type Remembering = { forMs: number; keysMax: number };

/**
 * Wraps a read that is the same for everyone so that one process asks for it once a key in `forMs`; callers
 * meanwhile share the answer. A failed read is forgotten at once. Never for anything that depends on the viewer.
 *
 * @param options.graceMs for so much longer an answer is still given while the next is being read, so that of a list that
 *   everybody reads nobody waits; 0 by default
 */
export function rememberBy<K, T>(options: Remembering & { graceMs?: number }, read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const { forMs, graceMs = 0, keysMax } = options;
  const answers = new Map<K, Answer<T>>();
  onForget(() => answers.clear());
  const ask = (key: K): Answer<T> => ({ value: read(key), askedAtMs: performance.now(), isRenewed: false });
  const keep = (key: K, answer: Answer<T>) => {
    answers.delete(key);
    answers.set(key, answer);
    dropOldest(answers, keysMax);
  };
  const forget = (key: K, answer: Answer<T>) => {
    if (answers.get(key) === answer) answers.delete(key);
  };
  const renew = (key: K, known: Answer<T>) => {
    known.isRenewed = true;
    const next = ask(key);
    next.value.then(
      // What was forgotten meanwhile may have been read before it changed.
      () => answers.get(key) === known && keep(key, next),
      () => forget(key, known),
    );
  };
  return (key) => {
    const known = answers.get(key);
    const ageMs = known ? performance.now() - known.askedAtMs : Number.POSITIVE_INFINITY;
    if (known && ageMs <= forMs + graceMs) {
      if (ageMs > forMs && !known.isRenewed) renew(key, known);
      return known.value;
    }
    const answer = ask(key);
    keep(key, answer);
    answer.value.catch(() => forget(key, answer));
    return answer.value;
  };
}

/** {@link rememberBy} for a read without a key. */
export function remember<T>(forMs: number, read: () => Promise<T>, graceMs = 0): () => Promise<T> {
  const byNothing = rememberBy({ forMs, keysMax: 1, graceMs }, (_key: null) => read());
  return () => byNothing(null);
}

/**
 * As {@link rememberBy}, of many keys at once: only those that are not known are read, in one go. A key that the read does
 * not answer is remembered as not being there.
 *
 * @param options.isLasting outlives {@link forgetRemembered}: for what is asked about again before anyone sees it
 */
export function rememberEach<K, T>(
  options: Remembering & { isLasting?: boolean },
  read: (keys: K[]) => Promise<ReadonlyMap<K, T>>,
): (keys: readonly K[]) => Promise<Map<K, T>> {
  const { forMs, keysMax, isLasting = false } = options;
  const answers = new Map<K, { value: T | undefined; askedAtMs: number }>();
  let age = 0;
  if (!isLasting)
    onForget(() => {
      answers.clear();
      age += 1;
    });
  return async (keys) => {
    const askedAtMs = performance.now();
    const found = new Map<K, T>();
    const unknown = keys.filter((key) => {
      const known = answers.get(key);
      if (!known || askedAtMs - known.askedAtMs > forMs) return true;
      if (known.value !== undefined) found.set(key, known.value);
      return false;
    });
    if (unknown.length === 0) return found;
    const askedAge = age;
    const fresh = await read(unknown);
    for (const key of unknown) {
      const value = fresh.get(key);
      if (value !== undefined) found.set(key, value);
      // What was forgotten meanwhile may have been read before it changed.
      if (askedAge !== age) continue;
      answers.delete(key);
      answers.set(key, { value, askedAtMs });
    }
    dropOldest(answers, keysMax);
    return found;
  };
}

/** Forgets every remembered answer of this process, so that the next page is made from what the store says now. */
export function forgetRemembered(): void {
  for (const forget of holder.broadsheetForget ?? []) forget();
}

function onForget(forget: () => void): void {
  holder.broadsheetForget ??= new Set();
  holder.broadsheetForget.add(forget);
}

function dropOldest<K>(answers: Map<K, unknown>, keysMax: number): void {
  for (const key of answers.keys()) {
    if (answers.size <= keysMax) return;
    answers.delete(key);
  }
}
