import { PageFrame } from "@/components/frame/page-frame";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { ArrangedBlock, BlockMove, FrontBlockId } from "@/lib/ranking/front-blocks";
import { blockName } from "./block-names";

/** The block that was moved last and how: the keyboard stays there. */
export type LastMove = { id: FrontBlockId; by: BlockMove } | null;

type ArrangePageProps = { blocks: ArrangedBlock[]; last: LastMove; viewer: ViewerBadge; now: Date };

/** The blocks of a reader's front page, to be moved and hidden by buttons. */
export function ArrangePage({ blocks, last, viewer, now }: ArrangePageProps) {
  const shown = blocks.filter(({ isShown }) => isShown);
  return (
    <PageFrame viewer={viewer} now={now} path="/front-page">
      <header className="page-head">
        <h1>Your front page</h1>
        <p className="page-tagline">The lead and what you follow stand at the top. Below them comes what you want, in your order.</p>
      </header>
      {last && (
        <p className="form-done" role="status">
          {moveWords(last, shown)}
        </p>
      )}
      <ol className="arrange">
        {blocks.map((block) => (
          <Row key={block.id} block={block} last={last?.id === block.id ? last : null} place={shown.indexOf(block)} count={shown.length} />
        ))}
      </ol>
      <form method="post" action="/reading/blocks" className="arrange-ways">
        <input type="hidden" name="returnTo" value="/front-page" />
        <a className="button" href="/">
          See it
        </a>
        <button type="submit" name="move" value="reset" className="link-button">
          Back to the standing order
        </button>
      </form>
    </PageFrame>
  );
}

type RowProps = { block: ArrangedBlock; last: LastMove; place: number; count: number };

function Row({ block: { id, isShown }, last, place, count }: RowProps) {
  const name = blockName(id);
  const moves: { move: BlockMove; words: string; isOff: boolean }[] = isShown
    ? [
        { move: "up", words: "Move up", isOff: place === 0 },
        { move: "down", words: "Move down", isOff: place === count - 1 },
        { move: "hide", words: "Hide", isOff: false },
      ]
    : [{ move: "show", words: "Show", isOff: false }];
  const focused = last && moves.some(({ move, isOff }) => move === last.by && !isOff) ? last.by : moves.find(({ isOff }) => !isOff)?.move;
  return (
    <li id={`block-${id}`} className={isShown ? undefined : "is-hidden"}>
      <form method="post" action="/reading/blocks">
        <input type="hidden" name="returnTo" value="/front-page" />
        <input type="hidden" name="block" value={id} />
        <p>
          {name}
          {!isShown && <small>Hidden</small>}
        </p>
        {moves.map(({ move, words, isOff }) => (
          <button
            key={move}
            type="submit"
            name="move"
            value={move}
            className="button button-quiet"
            disabled={isOff}
            // The page is made anew after each move: whoever works by keyboard goes on where they were.
            // biome-ignore lint/a11y/noAutofocus: it only puts the focus back on the button that was just pressed
            autoFocus={last !== null && move === focused}
          >
            {words}
            <span className="sr-only">{` ${name}`}</span>
          </button>
        ))}
      </form>
    </li>
  );
}

function moveWords({ id, by }: NonNullable<LastMove>, shown: readonly ArrangedBlock[]): string {
  const name = blockName(id);
  if (by === "hide") return `${name} is hidden.`;
  return `${name} stands at place ${shown.findIndex((block) => block.id === id) + 1} of ${shown.length}.`;
}
