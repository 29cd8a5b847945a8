const findingsMax = 10;
const lengthMax = 300;

/** What reading a feed ran into, in words for its publisher: how many entries are left out, and what had to be mended. At most ten. */
export function readingWords({ dropped, warnings }: { dropped: number; warnings: readonly string[] }): string[] {
  const left = dropped === 1 ? "1 entry could not be read and is left out." : `${dropped} entries could not be read and are left out.`;
  const words = [...(dropped > 0 ? [left] : []), ...warnings.map((warning) => `Reading it: ${warning}.`)];
  return words.slice(0, findingsMax).map((each) => each.slice(0, lengthMax));
}
