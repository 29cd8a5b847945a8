import type { FeedLook } from "@/lib/feeds/look-types";

type OpmlPageProps = {
  /** The list that was handed in; null before one was. */
  look: (FeedLook & { owners: ReadonlyMap<string, { slug: string; name: string }> }) | null;
};

/** Lists of feeds, in and out. */
export function OpmlPage({ look }: OpmlPageProps) {
  return (
    <>
      <p>
        <a className="desk-button" href="/admin/titles/opml/export" download="broadsheet.opml">
          All our feeds as OPML
        </a>
      </p>
      {look?.result?.kind === "list" && <ListForm id={look.id} list={look.result} owners={look.owners} />}
      <h2>Hand a list in</h2>
      <form method="post" action="/admin/titles/opml/read" encType="multipart/form-data" data-desk="" className="opml-in">
        <input type="hidden" name="returnTo" value="/admin/titles/opml" />
        <label className="desk-field">
          <span>An OPML file</span>
          <input type="file" name="file" accept=".opml,.xml,text/xml,text/x-opml,application/xml" />
          <small>2 MB at most</small>
        </label>
        <label className="desk-field">
          <span>Or its text</span>
          <textarea name="text" rows={5} spellCheck={false} />
        </label>
        <button className="desk-button is-main" type="submit">
          Read it
        </button>
      </form>
    </>
  );
}

type Listed = Extract<NonNullable<FeedLook["result"]>, { kind: "list" }>;

function ListForm({ id, list, owners }: { id: string; list: Listed; owners: ReadonlyMap<string, { slug: string; name: string }> }) {
  const known = list.feeds.filter((feed) => owners.has(feed.url)).length;
  return (
    <form method="post" action="/admin/titles/opml/add" data-desk="">
      <input type="hidden" name="lookId" value={id} />
      <input type="hidden" name="returnTo" value={`/admin/titles/opml?look=${id}`} />
      <h2>
        {list.feeds.length} feeds, {known} of them read already
      </h2>
      {list.skipped > 0 && <p className="desk-note">{list.skipped} more were left out: their addresses are none, or they are too many.</p>}
      <ul className="opml-list">
        {list.feeds.map((feed, index) => {
          const owner = owners.get(feed.url);
          return (
            <li key={feed.url}>
              <label>
                <input type="checkbox" name="feed" value={index} defaultChecked={!owner} disabled={owner !== undefined} />
                <span>
                  <b>{feed.title}</b>
                  <small>
                    {feed.url}
                    {owner && ` · read already, for ${owner.name}`}
                  </small>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      <p className="desk-meta">Feeds of one site become one title, with headline, summary and link; each is read at once.</p>
      <div className="desk-fields">
        <label className="desk-field">
          <span>Country of them all</span>
          <input name="country" required maxLength={2} placeholder="GB" autoComplete="off" />
        </label>
        <label className="desk-field">
          <span>Language of them all</span>
          <input name="language" required maxLength={20} placeholder="en-GB" autoComplete="off" />
        </label>
        <label className="desk-field">
          <span>Why they are taken in</span>
          <input name="reason" required maxLength={500} autoComplete="off" />
        </label>
      </div>
      <p className="title-decide">
        <button className="desk-button is-main" type="submit">
          Take them in
        </button>
      </p>
    </form>
  );
}
