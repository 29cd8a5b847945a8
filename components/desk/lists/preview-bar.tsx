import { DeskTime } from "./desk-time";

export type PreviewAsked = { at: string; zone: string; edition: string; as: string; isDraft: boolean };

type PreviewBarProps = { asked: PreviewAsked; at: Date; isAdmin: boolean /** Why it is not shown as asked. */; fault: string | null };

const kinds = [
  ["visitor", "a visitor"],
  ["free", "a free account"],
  ["trial", "a reader on trial"],
  ["member", "a member"],
] as const;

/** Says that the page below is a preview, of what, and asks for another. */
export function PreviewBar({ asked, at, isAdmin, fault }: PreviewBarProps) {
  const isSomeone = !kinds.some(([kind]) => kind === asked.as);
  return (
    <header className="preview-bar desk-preview">
      <p>
        <strong>Preview.</strong> {asked.isDraft ? "The lists as their drafts have them" : "The lists as they are published"}, at{" "}
        <DeskTime at={at} hasYear /> UTC. Stories and their order are those of now. Nothing here can be pressed, and nothing is counted as
        read. <a href="/desk">Back to the desk</a>
      </p>
      {fault !== null && <p role="alert">{fault}</p>}
      <form className="desk-filters" action="/desk/preview">
        <label className="desk-field">
          <span>At (empty: now)</span>
          <input type="datetime-local" name="at" defaultValue={asked.at} />
        </label>
        <label className="desk-field">
          <span>Time zone</span>
          <input name="zone" defaultValue={asked.zone} autoComplete="off" spellCheck={false} />
        </label>
        <label className="desk-field">
          <span>Edition (empty: theirs)</span>
          <input name="edition" defaultValue={asked.edition} maxLength={6} autoComplete="off" spellCheck={false} />
        </label>
        <label className="desk-field">
          <span>As</span>
          <select name="as" defaultValue={isSomeone ? "" : asked.as}>
            {isAdmin && <option value="">whoever has the address</option>}
            {kinds.map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {isAdmin && (
          <label className="desk-field">
            <span>Address of an account</span>
            <input name="email" type="email" defaultValue={isSomeone ? asked.as : ""} autoComplete="off" />
          </label>
        )}
        <label className="board-anyway">
          <input type="checkbox" name="draft" value="yes" defaultChecked={asked.isDraft} /> Drafts
        </label>
        <button className="desk-button" type="submit">
          Show
        </button>
      </form>
    </header>
  );
}
