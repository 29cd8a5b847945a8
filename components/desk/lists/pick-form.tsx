import type { BoardEntry, DeskList } from "@/lib/editorial/types";

/** What the form begins with; times are as clocks show them in `zone`. */
export type PickFields = Pick<BoardEntry, "slot" | "edition" | "isPinned" | "note"> & {
  key: string | null;
  article: string | null;
  headline: string;
  standfirst: string;
  starts: string;
  ends: string;
  zone: string;
};

type PickFormProps = {
  list: DeskList;
  version: number;
  fields: PickFields;
  boardPath: string;
  own: { headline: string; standfirst: string } | null;
};

/** The words, place and time of a pick. */
export function PickForm({ list, version, fields, boardPath, own }: PickFormProps) {
  return (
    <form className="pick-form" method="post" action={`${boardPath}/set`} data-desk="">
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="returnTo" value={boardPath} />
      {fields.key !== null && <input type="hidden" name="key" value={fields.key} />}
      {fields.article !== null && <input type="hidden" name="article" value={fields.article} />}
      <label className="desk-field">
        <span>Why we picked this</span>
        <textarea name="note" rows={3} maxLength={300} defaultValue={fields.note} />
        <small>Readers see it above the headline and in the archive. At most 300 characters.</small>
      </label>
      <div className="desk-fields">
        <label className="desk-field">
          <span>Place</span>
          <input name="slot" type="number" min={1} max={list.places} defaultValue={fields.slot} required />
          <small>1 to {list.places}</small>
        </label>
        <EditionField list={list} edition={fields.edition} />
        <label className="desk-field pick-pin">
          <span>Pin</span>
          <span>
            <input type="checkbox" name="pinned" value="yes" defaultChecked={fields.isPinned} /> Holds its place whatever else wants it
          </span>
        </label>
      </div>
      <div className="desk-fields">
        <label className="desk-field">
          <span>Starts</span>
          <input name="starts" type="datetime-local" defaultValue={fields.starts} />
          <small>Empty: as soon as it is published</small>
        </label>
        <label className="desk-field">
          <span>Ends</span>
          <input name="ends" type="datetime-local" defaultValue={fields.ends} />
          <small>Empty: until it is taken off</small>
        </label>
        <label className="desk-field">
          <span>Time zone of both</span>
          <input name="zone" defaultValue={fields.zone} autoComplete="off" spellCheck={false} required />
          <small>Such as Europe/Vienna or UTC. A time that clocks skip or show twice is not taken.</small>
        </label>
      </div>
      <div className="desk-fields">
        <label className="desk-field">
          <span>Headline on the card</span>
          <input name="headline" maxLength={200} defaultValue={fields.headline} placeholder={own?.headline} />
          <small>Empty: the article’s own. The article itself never changes.</small>
        </label>
        <label className="desk-field">
          <span>Standfirst on the card</span>
          <input name="standfirst" maxLength={400} defaultValue={fields.standfirst} />
          <small>Empty: the article’s own.</small>
        </label>
      </div>
      <p className="desk-acts">
        <button className="desk-button is-main" type="submit">
          {fields.key === null ? "Add it to the draft" : "Change it in the draft"}
        </button>
        <a className="desk-button is-quiet" href={boardPath}>
          Back to the list
        </a>
      </p>
    </form>
  );
}

function EditionField({ list, edition }: { list: DeskList; edition: string }) {
  if (list.editions.length === 0)
    return (
      <label className="desk-field">
        <span>Edition</span>
        <input name="edition" defaultValue={edition} pattern="[a-z]{2,3}(-[A-Z]{2})?" maxLength={6} autoComplete="off" spellCheck={false} />
        <small>Empty: every one. Else a language such as en, or with a country, en-GB.</small>
      </label>
    );
  return (
    <label className="desk-field">
      <span>Edition</span>
      <select name="edition" defaultValue={edition}>
        <option value="">Every edition</option>
        {list.editions.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}
