import { MarkAllForm } from "@/components/reading/mark-all-form";
import type { OwnEdition } from "@/lib/ranking/edition-types";
import { leftOf, nextWords } from "./edition-words";

/** Where an edition ends, and says so. */
export function EditionEnd({ view, now }: { view: OwnEdition; now: Date }) {
  const { cards, slot, timeZone } = view;
  const left = leftOf(cards);
  const next = `The next edition is ready ${nextWords(slot.nextAt, timeZone, now)}.`;
  return (
    <section className="edition-end" aria-label="The end of the edition">
      {left.stories === 0 ? (
        <>
          <h2>You’re caught up.</h2>
          <p>{cards.length === 0 ? `There is nothing new that you have not read. ${next}` : `That was all of it. ${next}`}</p>
        </>
      ) : (
        <>
          <h2>That is the whole edition.</h2>
          <p>{`${left.stories === 1 ? "One story" : `${left.stories} stories`} to go. ${next}`}</p>
          <MarkAllForm cards={cards} returnTo={`/edition?minutes=${view.minutes}`} />
        </>
      )}
      <p>
        <a href="/">To the front page</a>
      </p>
    </section>
  );
}
