import type { BoardRow as Row } from "@/lib/editorial/desk-types";
import { BoardActs } from "./board-acts";
import type { BoardPlace } from "./board-place";
import { editionName } from "./edition-name";
import { PickWindow } from "./pick-window";

type BoardRowProps = { row: Row; place: BoardPlace; others: readonly Row[] };

/** A pick on the board: what it is, when and for whom it runs, and what can be done with it. */
export function BoardRow({ row: { entry, article, conflicts }, place, others }: BoardRowProps) {
  const { slot, boardPath } = place;
  return (
    <li className="board-row" data-row="" data-pick={entry.key} data-slot={slot ?? undefined} id={`pick-${entry.key}`}>
      <p className="board-slot">
        <span className="board-wants">{slot === null ? "Wants place" : "Place"} </span>
        {slot ?? entry.slot}
      </p>
      <div className="board-pick">
        <p className="desk-headline">
          {article ? <a href={`/article/${article.slug}`}>{entry.headline ?? article.headline}</a> : "An article that is gone"}
        </p>
        {entry.headline !== null && article && <p className="desk-meta">Its own headline: {article.headline}</p>}
        <p className="desk-meta">
          {article && <span>{article.publisherName}</span>}
          <span>
            <PickWindow startsAt={entry.startsAt} endsAt={entry.endsAt} />
          </span>
          <span>for {editionName(entry.edition)}</span>
          {entry.isPinned && <strong>pinned</strong>}
          <span>{entry.editorName}</span>
        </p>
        {entry.note !== "" && <p className="board-note">{entry.note}</p>}
        {conflicts.map(({ kind, words }) => (
          <p key={`${kind}${words}`} className="board-conflict">
            {words}
          </p>
        ))}
      </div>
      <BoardActs
        entry={entry}
        place={place}
        others={others}
        editPath={`${boardPath}/picks/${entry.key}`}
        name={article?.headline ?? "this pick"}
      />
    </li>
  );
}
