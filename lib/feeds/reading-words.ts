/** What reading a feed ran into, in words for its publisher: how many entries are left out, and what had to be mended. */
export function readingWords({ dropped, warnings }: { dropped: number; warnings: readonly string[] }): string[] {
  const left = dropped === 1 ? "1 entry could not be read and is left out." : `${dropped} entries could not be read and are left out.`;
  return [...(dropped > 0 ? [left] : []), ...warnings.map((warning) => `Reading it: ${warning}.`)];
}
