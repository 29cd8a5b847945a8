/** Prints one short line for a finished step, with its time where it took one. */
export async function step<T>(words: string, work: () => Promise<T>, outcome?: (value: T) => string): Promise<T> {
  const startedAt = performance.now();
  const value = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const detail = outcome?.(value);
  say(`  ${words.padEnd(22)}${detail ? `${detail}, ` : ""}${seconds} s`);
  return value;
}

/** Prints one line. */
export function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
