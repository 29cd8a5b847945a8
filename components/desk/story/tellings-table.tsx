import { DeskShortTime } from "@/components/desk/find/desk-time";
import { figures, Heads } from "@/components/desk/heads";
import { countryName } from "@/components/publisher/place-words";
import type { DeskStory, DeskTelling } from "@/lib/stories/desk-types";

const stateWords = { listed: "", hidden: "hidden", withdrawn: "withdrawn", embargo: "under embargo" } as const;

/** The articles of a story with what can be done to those that are checked. */
export function TellingsTable({ story, now }: { story: DeskStory; now: Date }) {
  const path = `/desk/stories/${story.slug}`;
  return (
    <form method="post" action={`${path}/act`} data-desk="" className="desk-tellings">
      <input type="hidden" name="returnTo" value={path} />
      <div className="desk-scroll">
        <table className="desk-table is-stacked">
          <caption>
            Its articles, the newest first. Go through them with <kbd>j</kbd> and <kbd>k</kbd>; <kbd>x</kbd> checks one, <kbd>l</kbd> makes
            it the lead.
          </caption>
          <Heads names={[{ unseen: "Checked" }, "Article", "Title", "Published", ...figures("Words", "Likeness"), "Lead"]} />
          <tbody>
            {story.tellings.map((telling) => (
              <TellingRow key={telling.id} telling={telling} story={story} now={now} />
            ))}
          </tbody>
        </table>
      </div>
      {story.tellings.length === 0 && <p className="desk-empty">It has no articles any more.</p>}
      <Moves />
    </form>
  );
}

function TellingRow({ telling, story, now }: { telling: DeskTelling; story: DeskStory; now: Date }) {
  const { id, slug, headline, publisherName, country, publishedAt, wordCount, score, isCopy, isHeld, state } = telling;
  const isLead = story.leadArticleId === id;
  const notes = [isHeld ? "held here by an editor" : "", isCopy ? "wire copy" : "", stateWords[state]].filter((note) => note !== "");
  return (
    <tr data-row="">
      <td>
        <label className="desk-check" data-key="x">
          <input type="checkbox" name="article" value={id} />
          <span className="sr-only">{headline}</span>
        </label>
      </td>
      <td>
        <a className="desk-headline" href={`/desk/articles/${slug}`}>
          {headline}
        </a>
        {notes.length > 0 && <p className="desk-meta">{notes.join(", ")}</p>}
      </td>
      <td>
        {publisherName}
        <p className="desk-meta">{countryName(country)}</p>
      </td>
      <td>
        <DeskShortTime at={publishedAt} now={now} />
      </td>
      <td className="is-figure" data-name="Words">
        {wordCount}
      </td>
      <td className="is-figure" data-name="Likeness">
        {score === null ? "first" : score.toFixed(2)}
      </td>
      <td>
        {isLead ? (
          <b>{story.deskLeadId === id ? "Lead, by an editor" : "Lead"}</b>
        ) : (
          <button type="submit" name="lead" value={id} className="desk-button is-quiet" data-key="l">
            Make it the lead<span className="sr-only">: {headline}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

/** What is done to the checked articles. */
function Moves() {
  return (
    <fieldset className="desk-moves">
      <legend>The checked articles</legend>
      <div className="desk-acts">
        <button type="submit" name="act" value="split" className="desk-button">
          Make them a story of their own
        </button>
        <button type="submit" name="act" value="free" className="desk-button">
          Take the editor’s word on them back
        </button>
      </div>
      <div className="desk-filters">
        <div className="desk-field">
          <label htmlFor="into">Address of another story</label>
          <input id="into" name="into" autoComplete="off" placeholder="/story/…" maxLength={500} />
        </div>
        <button type="submit" name="act" value="move" className="desk-button">
          Move them there
        </button>
      </div>
    </fieldset>
  );
}
