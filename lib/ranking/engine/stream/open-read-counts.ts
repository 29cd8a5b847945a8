import type { ImpressionRead } from "./types";

/** How often things were read, by id or by title, as the histories of a stream tell. */
export type ReadCounts = {
  note: (history: readonly ImpressionRead[]) => void;
  countOf: (named: { id: string; title: string }) => number;
};

/** Opens an empty count. A read that stands in every later line of its reader counts once: what came before it tells readers apart. */
export function openReadCounts(): ReadCounts {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  return {
    note: (history) => {
      let before = "";
      for (const { id, title, atMs } of history) {
        const name = id ? `id ${id}` : `title ${title}`;
        const key = `${name}\n${atMs ?? ""}\n${before}`;
        before = name;
        if ((id || title) === "" || seen.has(key)) continue;
        seen.add(key);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    },
    countOf: ({ id, title }) => (counts.get(`id ${id}`) ?? 0) + (title ? (counts.get(`title ${title}`) ?? 0) : 0),
  };
}
