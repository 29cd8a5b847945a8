import type { DeskList } from "@/lib/editorial/types";

/** What a list is; null defines a new one. */
export function ListForm({ list }: { list: DeskList | null }) {
  return (
    <form className="pick-form" method="post" action="/desk/lists/define" data-desk="">
      <input type="hidden" name="returnTo" value="/desk/lists" />
      {list ? <input type="hidden" name="slug" value={list.slug} /> : <input type="hidden" name="isNew" value="yes" />}
      <div className="desk-fields">
        {!list && (
          <label className="desk-field">
            <span>Address</span>
            <input name="slug" required maxLength={60} pattern="[a-z0-9]+(-[a-z0-9]+)*" autoComplete="off" spellCheck={false} />
            <small>/picks/… in small letters and hyphens. It never changes.</small>
          </label>
        )}
        <label className="desk-field">
          <span>Name</span>
          <input name="name" required maxLength={60} defaultValue={list?.name} />
        </label>
        <label className="desk-field">
          <span>What it is, for readers</span>
          <input name="description" maxLength={200} defaultValue={list?.description} />
        </label>
        <label className="desk-field">
          <span>Places</span>
          <input name="places" type="number" min={1} max={24} required defaultValue={list?.places ?? 6} />
        </label>
        <label className="desk-field">
          <span>Editions</span>
          <input name="editions" maxLength={400} defaultValue={list?.editions.join(", ")} />
          <small>Such as en, en-GB, de. Empty: any.</small>
        </label>
        <label className="desk-field">
          <span>Place on the front page</span>
          <input name="frontPlace" type="number" min={0} max={20} defaultValue={list?.frontPlace ?? ""} />
          <small>Counted from 0. Empty: only at its own address.</small>
        </label>
        <label className="desk-field pick-pin">
          <span>In the paper</span>
          <span>
            <input type="checkbox" name="isActive" value="yes" defaultChecked={list?.isActive ?? true} /> Readers see it
          </span>
        </label>
      </div>
      <p className="desk-acts">
        <button className="desk-button is-main" type="submit">
          {list ? `Change ${list.name}` : "Define the list"}
        </button>
      </p>
    </form>
  );
}
