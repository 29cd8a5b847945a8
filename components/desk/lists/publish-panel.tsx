import type { BoardView } from "@/lib/editorial/desk-types";

type PublishPanelProps = { view: BoardView; boardPath: string; returnTo: string };

const kindWords = { new: "new", gone: "taken off", changed: "changed" } as const;

/** How the draft differs from what readers see, what would bite, and the button that publishes it. */
export function PublishPanel({ view, boardPath, returnTo }: PublishPanelProps) {
  const { changes, conflicts, version } = view;
  return (
    <section className="board-publish" aria-labelledby="publish-name">
      <h2 id="publish-name">{changes.length === 0 ? "Readers see this list as it is" : "The draft differs from what readers see"}</h2>
      {changes.length > 0 && (
        <ul className="board-changes">
          {changes.map(({ key, kind, what, headline }) => (
            <li key={key}>
              <strong>{kindWords[kind]}</strong> {headline}
              {what.length > 0 && <span className="desk-meta"> {what.join(", ")}</span>}
            </li>
          ))}
        </ul>
      )}
      {conflicts.length > 0 && (
        <div className="desk-note is-warning">
          <p>{conflicts.length === 1 ? "One conflict" : `${conflicts.length} conflicts`} on this list:</p>
          <ul>
            {conflicts.map(({ kind, keys, words }) => (
              <li key={`${kind}${keys.join()}`}>
                <a href={`#pick-${keys[0]}`}>{words}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {changes.length > 0 && (
        <form method="post" action={`${boardPath}/publish`} data-desk="" className="desk-acts">
          <input type="hidden" name="seen" value={version} />
          <input type="hidden" name="returnTo" value={returnTo} />
          {conflicts.length > 0 && (
            <label className="board-anyway">
              <input type="checkbox" name="anyway" value="yes" /> Publish in spite of the conflicts
            </label>
          )}
          <button className="desk-button is-main" type="submit" data-key="P">
            Publish {changes.length === 1 ? "one change" : `${changes.length} changes`} <kbd>P</kbd>
          </button>
        </form>
      )}
    </section>
  );
}
