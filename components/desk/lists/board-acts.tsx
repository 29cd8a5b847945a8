import type { BoardRow } from "@/lib/editorial/desk-types";
import type { BoardEntry } from "@/lib/editorial/types";
import type { BoardPlace } from "./board-place";

type BoardActsProps = { entry: BoardEntry; place: BoardPlace; others: readonly BoardRow[]; editPath: string; name: string };

/** What is done to a pick, by buttons that each have a key. */
export function BoardActs({ entry, place, others, editPath, name }: BoardActsProps) {
  const { slot, places, boardPath, version, edition, returnTo } = place;
  return (
    <form className="board-acts" method="post" action={`${boardPath}/act`} data-desk="" data-board-act="">
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="key" value={entry.key} />
      <input type="hidden" name="slot" value={slot ?? entry.slot} />
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {slot !== null && (
        <>
          <Act act="up" words="Up" of={name} letter="u" isOff={slot <= 1} />
          <Act act="down" words="Down" of={name} letter="d" isOff={slot >= places} />
        </>
      )}
      {entry.isPinned ? <Act act="unpin" words="Unpin" of={name} letter="p" /> : <Act act="pin" words="Pin" of={name} letter="p" />}
      <a className="desk-button" href={editPath} data-key="e">
        Edit <kbd>e</kbd>
        <span className="sr-only">{`: ${name}`}</span>
      </a>
      <Act act="remove" words="Remove" of={name} letter="x" />
      {slot !== null && others.length > 0 && (
        <details className="board-swap">
          <summary className="desk-button" data-key="w">
            Swap <kbd>w</kbd>
            <span className="sr-only">{`: ${name}`}</span>
          </summary>
          <span>
            <select name="other" aria-label={`Swap ${name} with`}>
              {others.map((other) => (
                <option key={other.entry.key} value={other.entry.key}>
                  {other.article?.headline ?? "an article that is gone"}
                </option>
              ))}
            </select>
            <button className="desk-button" type="submit" name="act" value="swap">
              Swap the two
            </button>
          </span>
        </details>
      )}
    </form>
  );
}

type ActProps = { act: string; words: string; of: string; letter: string; isOff?: boolean };

function Act({ act, words, of, letter, isOff = false }: ActProps) {
  return (
    <button className="desk-button" type="submit" name="act" value={act} data-key={letter} disabled={isOff}>
      {words} <kbd>{letter}</kbd>
      <span className="sr-only">{`: ${of}`}</span>
    </button>
  );
}
