import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangeBlocks, blockMoves, moveBlock, standingBlocks } from "@/lib/ranking/front-blocks";

const shownOf = (blockOrder: readonly string[]) => arrangeBlocks(blockOrder).flatMap(({ id, isShown }) => (isShown ? id : []));

describe("arranging the blocks of a front page", () => {
  it("stands as it stands for a reader who arranged nothing", () => {
    expect(shownOf([])).toEqual(standingBlocks);
  });

  it("puts a block that came later after its standing neighbour", () => {
    const known = standingBlocks.filter((id) => id !== "outside").toReversed();
    const arranged = arrangeBlocks(known).map(({ id }) => id);
    expect(arranged[arranged.indexOf("science") + 1] === "outside" || arranged[arranged.indexOf("technology") + 1] === "outside").toBe(
      true,
    );
  });

  it("moves past hidden blocks, so that each move is seen", () => {
    const order = moveBlock(arrangeBlocks(["for-you", "-top", "changed"]), "changed", "up");
    expect(order.filter((id) => !id.startsWith("-")).slice(0, 3)).toEqual(["for-you", "changed", "following"]);
  });

  it("hides a block in its place and shows it there again", () => {
    const hidden = moveBlock(arrangeBlocks([]), "world", "hide");
    expect(shownOf(hidden)).not.toContain("world");
    expect(shownOf(moveBlock(arrangeBlocks(hidden), "world", "show"))).toEqual(standingBlocks);
  });

  it("leaves the first where it is when moved up, and the last when moved down", () => {
    expect(shownOf(moveBlock(arrangeBlocks([]), "for-you", "up"))).toEqual(standingBlocks);
    expect(shownOf(moveBlock(arrangeBlocks([]), "opinion", "down"))).toEqual(standingBlocks);
  });

  it("loses and doubles no block, whatever is done and whatever was written down", () => {
    const move = fc.tuple(fc.constantFrom(...standingBlocks), fc.constantFrom(...blockMoves));
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(move, { maxLength: 30 }), (written, moves) => {
        const end = moves.reduce((order, [id, by]) => moveBlock(arrangeBlocks(order), id, by), written);
        expect(
          arrangeBlocks(end)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual([...standingBlocks].toSorted());
      }),
    );
  });
});
