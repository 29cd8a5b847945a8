/** About sixty articles' numbers: enough that a block costs next to nothing beside them. */
const blockBytes = 65_536;

/**
 * Room for the numbers of articles that come and go together. An array of its own for each costs some hundred bytes
 * beyond its numbers and leaves the memory in pieces; here those of one time share a block, which goes when all of them have.
 */
export type NumberRoom = {
  /** A lasting copy. */
  words: (values: Uint32Array) => Uint32Array;
  shorts: (values: Uint16Array) => Uint16Array;
};

/** Opens a room without a block. */
export function openNumberRoom(): NumberRoom {
  let block = new ArrayBuffer(0);
  let used = 0;
  const reserve = (bytes: number): number => {
    if (used + bytes > block.byteLength) {
      block = new ArrayBuffer(Math.max(blockBytes, bytes));
      used = 0;
    }
    const at = used;
    // Words begin at multiples of four.
    used += Math.ceil(bytes / 4) * 4;
    return at;
  };
  return {
    words: (values) => {
      const at = reserve(values.byteLength);
      const kept = new Uint32Array(block, at, values.length);
      kept.set(values);
      return kept;
    },
    shorts: (values) => {
      const at = reserve(values.byteLength);
      const kept = new Uint16Array(block, at, values.length);
      kept.set(values);
      return kept;
    },
  };
}
