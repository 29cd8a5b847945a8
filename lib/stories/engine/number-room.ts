/** About ninety articles' numbers: enough that a block costs next to nothing beside them. */
const blockNumbers = 32_768;

/**
 * Room for the numbers of articles that come and go together. An array of its own for each costs some hundred bytes
 * beyond its numbers and leaves the memory in pieces; here those of one time share a block, which goes when all of them have.
 */
export type NumberRoom = {
  /** Copies these into a block, one behind the other, `from` there on. */
  keep: (parts: readonly Uint16Array[]) => { numbers: Uint16Array; from: number };
};

/** Opens a room without a block. */
export function openNumberRoom(): NumberRoom {
  let block = new Uint16Array(0);
  let used = 0;
  return {
    keep: (parts) => {
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      if (used + length > block.length) {
        block = new Uint16Array(Math.max(blockNumbers, length));
        used = 0;
      }
      const from = used;
      for (const part of parts) {
        block.set(part, used);
        used += part.length;
      }
      return { numbers: block, from };
    },
  };
}
