import { PageFrame } from "@/components/frame/page-frame";
import { plainDay } from "@/components/time/format-instant";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { OwnEdition } from "@/lib/ranking/edition-types";
import { editionLengths } from "@/lib/reading/types";
import { EditionEnd } from "./edition-end";
import { EditionRow } from "./edition-row";
import { contentsWords, editionName, leftOf, progressWords } from "./edition-words";

type EditionPageProps = { view: OwnEdition; viewer: ViewerBadge; now: Date };

/** A paper of a few minutes, with an end. */
export function EditionPage({ view, viewer, now }: EditionPageProps) {
  const { slot, cards, minutes } = view;
  const left = leftOf(cards);
  return (
    <PageFrame viewer={viewer} now={now} path={`/edition?minutes=${minutes}`}>
      <header className="page-head">
        <h1>{editionName(slot.part)}</h1>
        <p className="page-tagline">
          {plainDay(slot.slotAt.toISOString(), now)}
          {cards.length > 0 && `. ${contentsWords(view)}`}
        </p>
      </header>
      <nav className="switch edition-lengths" aria-label="How long it may be">
        {editionLengths.map((length) => (
          <a key={length} href={`/edition?minutes=${length}`} aria-current={length === minutes ? "page" : undefined}>
            {`${length} minutes`}
          </a>
        ))}
        <a className="edition-hours" href="/settings/reading">
          When it is made
        </a>
      </nav>
      {cards.length > 0 && (
        <div className="edition-progress">
          <progress value={cards.length - left.stories} max={cards.length} aria-label="Stories read" />
          <p>{progressWords(cards)}</p>
        </div>
      )}
      <ol className="numbered edition-list">
        {cards.map((card) => (
          <EditionRow key={card.id} card={card} now={now} />
        ))}
      </ol>
      <EditionEnd view={view} now={now} />
    </PageFrame>
  );
}
