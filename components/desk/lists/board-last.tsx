import type { BoardView } from "@/lib/editorial/desk-types";
import { DeskTime } from "./desk-time";

type BoardLastProps = { view: BoardView; boardPath: string; returnTo: string };

/** What was done last, by whom, and the button that takes it back. */
export function BoardLast({ view: { last, version }, boardPath, returnTo }: BoardLastProps) {
  if (!last) return <p className="desk-meta">Nobody has touched this list yet.</p>;
  return (
    <form className="board-last" method="post" action={`${boardPath}/restore`} data-desk="">
      <p>
        <strong>{last.editorName}</strong> {last.act}, <DeskTime at={last.at} /> <span className="desk-meta">version {version}</span>
      </p>
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="version" value={version - 1} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {version > 1 && (
        <button className="desk-button" type="submit" data-key="z">
          Undo <kbd>z</kbd>
        </button>
      )}
    </form>
  );
}
