import { type SectionSlug, sections } from "@/lib/articles/sections";

/** What stands under the top of a reader's front page. "top" is Top stories beside Our Picks. */
export type FrontBlockId = "for-you" | "following" | "top" | "changed" | "outside" | SectionSlug;

/** A block in a reader's arrangement. */
export type ArrangedBlock = { id: FrontBlockId; isShown: boolean };

export const blockMoves = ["up", "down", "hide", "show"] as const;
export type BlockMove = (typeof blockMoves)[number];

/** The standing order. */
export const standingBlocks: readonly FrontBlockId[] = [
  "for-you",
  "following",
  "top",
  "changed",
  ...sections.slice(0, 4).map(({ slug }) => slug),
  "outside",
  ...sections.slice(4).map(({ slug }) => slug),
];

/** How a hidden block is written down: it keeps its place. */
const hiddenMark = "-";

/**
 * A reader's arrangement: every block once. What is not in it, because it came later, follows its standing neighbour.
 *
 * @param blockOrder as settings keep it: ids in order, a hidden one with "-" before it; empty for the standing order
 */
export function arrangeBlocks(blockOrder: readonly string[]): ArrangedBlock[] {
  const arranged: ArrangedBlock[] = [];
  for (const written of blockOrder) {
    const block = readBlock(written);
    if (block && !arranged.some(({ id }) => id === block.id)) arranged.push(block);
  }
  for (const [index, id] of standingBlocks.entries()) {
    if (arranged.some((block) => block.id === id)) continue;
    const before = standingBlocks[index - 1];
    arranged.splice(arranged.findIndex((block) => block.id === before) + 1, 0, { id, isShown: true });
  }
  return arranged;
}

/** The block with this id; null for none. */
export const findBlock = (id: string): FrontBlockId | null => standingBlocks.find((known) => known === id) ?? null;

/**
 * An arrangement with one block moved one place, hidden or shown again. A move passes hidden blocks by, so that each
 * changes what is seen.
 *
 * @returns as settings keep it
 */
export function moveBlock(blocks: readonly ArrangedBlock[], id: FrontBlockId, move: BlockMove): string[] {
  const index = blocks.findIndex((block) => block.id === id);
  const moved = blocks[index];
  if (!moved) return writeBlocks(blocks);
  if (move === "hide" || move === "show") return writeBlocks(blocks.with(index, { id, isShown: move === "show" }));
  const others = blocks.toSpliced(index, 1);
  const step = move === "up" ? -1 : 1;
  let place = index + step;
  while (blocks[place]?.isShown === false) place += step;
  return writeBlocks(blocks[place] ? others.toSpliced(place, 0, moved) : blocks);
}

const writeBlocks = (blocks: readonly ArrangedBlock[]): string[] => blocks.map(({ id, isShown }) => (isShown ? id : `${hiddenMark}${id}`));

function readBlock(written: string): ArrangedBlock | null {
  const isShown = !written.startsWith(hiddenMark);
  const id = findBlock(isShown ? written : written.slice(hiddenMark.length));
  return id && { id, isShown };
}
