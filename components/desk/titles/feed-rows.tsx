import type { TitleFeed } from "@/lib/feeds/title-types";
import { Choice } from "./choice";
import { FeedActs } from "./feed-acts";
import { byCategory, SectionChoice } from "./section-choice";
import { identityWords } from "./title-words";

type FeedRowsProps = { feeds: readonly TitleFeed[]; slug: string; name: string; returnTo: string };

/** A title's feeds with what may be said of each, and room for one more. */
export function FeedRows({ feeds, slug, name, returnTo }: FeedRowsProps) {
  return (
    <div className="feed-rows">
      {feeds.map((feed) => (
        <details key={feed.id} className="feed-row">
          <summary>
            Settings of {feed.url} {!feed.isActive && <b>· not read</b>}
          </summary>
          <form method="post" action="/admin/titles/feeds/edit" data-desk="" className="desk-filters">
            <input type="hidden" name="feedId" value={feed.id} />
            <input type="hidden" name="returnTo" value={returnTo} />
            <div className="desk-field">
              <span>Section</span>
              <SectionChoice name="section" label={`Section of ${feed.url}`} value={feed.section} none={byCategory} />
            </div>
            <Choice name="identity" label="Entries are told apart" words={identityWords} value={feed.identity} />
            <button className="desk-button" type="submit">
              Keep
            </button>
          </form>
          <FeedActs
            feedId={feed.id}
            returnTo={returnTo}
            name={feed.url}
            acts={[
              feed.isActive && feed.goneAt === null
                ? { act: "pause", words: "Stop reading it" }
                : { act: "resume", words: "Read it again" },
              { act: "remove", words: "Remove it", question: `Remove ${feed.url} with its record? What it brought stays.` },
            ]}
          />
        </details>
      ))}
      <details className="feed-row">
        <summary>Add a feed</summary>
        <form method="post" action="/admin/titles/feeds/add" data-desk="" className="desk-filters">
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <label className="desk-field">
            <span>Address of the feed</span>
            <input name="url" inputMode="url" required maxLength={2048} autoComplete="off" />
          </label>
          <div className="desk-field">
            <span>Section</span>
            <SectionChoice name="section" label={`Section of the new feed of ${name}`} value="top" none={byCategory} />
          </div>
          <button className="desk-button" type="submit">
            Add it
          </button>
        </form>
      </details>
    </div>
  );
}
