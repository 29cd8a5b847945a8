/**
 * Reorders so that addresses of one host stand as far apart as they can: the first of each host, then the
 * second of each, and so on. Otherwise a publisher's six feeds would queue behind each other in every slot.
 */
export function interleaveHosts<T extends { url: string }>(items: readonly T[]): T[] {
  const groups = [...Map.groupBy(items, (item) => new URL(item.url).host).values()];
  const longest = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length: longest }, (_, round) => groups.flatMap((group) => group.slice(round, round + 1))).flat();
}
