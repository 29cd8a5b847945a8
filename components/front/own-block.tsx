import type { BlockLayout } from "./choose-layout";
import { LaidCards } from "./laid-cards";
import type { FrontBlock } from "./types";

type OwnBlockProps = { block: Extract<FrontBlock, { kind: "own" }>; layout: BlockLayout; now: Date };

/** One block of the reader's own under its double rule, with what brought it together. */
export function OwnBlock({ block: { id, name, note, cards, more }, layout, now }: OwnBlockProps) {
  return (
    <section className="block block-own" aria-labelledby={`block-${id}`}>
      <h2 className="block-name" id={`block-${id}`}>
        {name}
        {note !== "" && <small>{note}</small>}
      </h2>
      <LaidCards cards={cards} layout={layout} now={now} hasKicker />
      {more !== null && (
        <p className="block-more">
          <a href={more.url}>{more.words}</a>
        </p>
      )}
    </section>
  );
}
