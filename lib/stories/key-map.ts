/** Which story stands for which of an engine's keys; unless said otherwise a key is the number of its story. */
export type KeyMap = {
  rowOf: (key: number) => number;
  keyOf: (row: number) => number;
  set: (key: number, row: number) => void;
};

/** A map in which every key is its story's number. */
export function openKeyMap(): KeyMap {
  const rows = new Map<number, number>();
  const keys = new Map<number, number>();
  return {
    rowOf: (key) => rows.get(key) ?? key,
    keyOf: (row) => keys.get(row) ?? row,
    set: (key, row) => {
      if (key === row && !rows.has(key) && !keys.has(row)) return;
      rows.set(key, row);
      keys.set(row, key);
    },
  };
}
