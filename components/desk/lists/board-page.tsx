import { DeskFrame } from "@/components/desk/desk-frame";
import type { DeskStaff } from "@/components/desk/lists/desk-staff";
import type { BoardView, BoardRow as Row } from "@/lib/editorial/desk-types";
import { BoardLast } from "./board-last";
import { BoardRow } from "./board-row";
import { editionName } from "./edition-name";
import { PublishPanel } from "./publish-panel";

type BoardPageProps = { staff: DeskStaff; view: BoardView /** What others did since the editor looked. */; meanwhile: string | null };

/** A list as its editors work on it. */
export function BoardPage({ staff, view, meanwhile }: BoardPageProps) {
  const { list, version, edition, standing, waiting, upcoming } = view;
  const boardPath = `/desk/lists/${list.slug}`;
  const returnTo = edition === "" ? boardPath : `${boardPath}?${new URLSearchParams({ edition })}`;
  const common = { places: list.places, boardPath, version, edition, returnTo };
  const running = standing.flatMap(({ row }) => (row ? [row] : []));
  const show = (row: Row, slot: number | null) => (
    <BoardRow
      key={row.entry.key}
      row={row}
      place={{ ...common, slot }}
      others={running.filter(({ entry }) => entry.key !== row.entry.key)}
    />
  );
  return (
    <DeskFrame
      staff={staff}
      path={boardPath}
      title={list.name}
      words={list.description || undefined}
      tools={<BoardTools boardPath={boardPath} slug={list.slug} />}
      scripts={["/lists.js"]}
    >
      <div data-board="" data-version={version} data-version-url={`${boardPath}/version`} data-board-path={returnTo}>
        <p className="desk-note board-others" role="status" data-others="">
          {meanwhile}
        </p>
        {!list.isActive && <p className="desk-note is-warning">This list is switched off: readers do not see it.</p>}
        <div data-keys="" className="board-top">
          <BoardLast view={view} boardPath={boardPath} returnTo={returnTo} />
          <PublishPanel view={view} boardPath={boardPath} returnTo={returnTo} />
          <EditionForm view={view} boardPath={boardPath} />
        </div>
        <h2>As it stands now, for {editionName(edition)}</h2>
        <p className="desk-meta">
          All times are UTC. Go through the rows with <kbd>j</kbd> and <kbd>k</kbd>; the letter on a button presses it. With a mouse a row
          can be dragged to its place.{" "}
          <label>
            <input type="checkbox" data-keys-choice="" /> Letters press buttons
          </label>
        </p>
        <ol className="board">
          {standing.map(({ slot, row }) =>
            row ? (
              show(row, slot)
            ) : (
              <li key={slot} className="board-row is-free" data-slot={slot}>
                <p className="board-slot">{slot}</p>
                <p className="desk-meta">Free</p>
              </li>
            ),
          )}
        </ol>
        {waiting.length > 0 && (
          <>
            <h2>Running, but without a place in this edition</h2>
            <ol className="board">{waiting.map((row) => show(row, null))}</ol>
          </>
        )}
        <h2>To come</h2>
        {upcoming.length === 0 ? (
          <p className="desk-empty">Nothing is scheduled. Give a pick a start to have it come by itself.</p>
        ) : (
          <ol className="board">{upcoming.map((row) => show(row, null))}</ol>
        )}
        <form method="post" action={`${boardPath}/act`} data-desk="" data-board-move="" hidden>
          <input type="hidden" name="seen" value={version} />
          <input type="hidden" name="key" />
          <input type="hidden" name="slot" />
          <input type="hidden" name="edition" value={edition} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <button type="submit" name="act" value="place">
            Move
          </button>
        </form>
      </div>
    </DeskFrame>
  );
}

function BoardTools({ boardPath, slug }: { boardPath: string; slug: string }) {
  return (
    <>
      <a className="desk-button" href={`${boardPath}/add`}>
        Add a pick
      </a>
      <a className="desk-button" href="/desk/preview?draft=yes">
        Preview the front page
      </a>
      <a className="desk-button" href={`${boardPath}/history`}>
        History
      </a>
      <a className="desk-button is-quiet" href={`/picks/${slug}`}>
        Readers’ archive
      </a>
    </>
  );
}

function EditionForm({ view: { editions, edition }, boardPath }: { view: BoardView; boardPath: string }) {
  if (editions.length < 2) return null;
  return (
    <form className="desk-filters" action={boardPath}>
      <label className="desk-field">
        <span>Show it as in</span>
        <select name="edition" defaultValue={edition}>
          {editions.map((each) => (
            <option key={each} value={each}>
              {each === "" ? "no edition of its own" : each}
            </option>
          ))}
        </select>
      </label>
      <button className="desk-button" type="submit">
        Show
      </button>
    </form>
  );
}
