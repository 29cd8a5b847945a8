import type { LookedFeed } from "@/lib/feeds/look-types";
import { FeedPreview } from "./feed-preview";
import { byCategory, SectionChoice } from "./section-choice";

type FoundFeedsProps = {
  feeds: readonly LookedFeed[];
  /** For whom an address is read already. */
  owners: ReadonlyMap<string, { slug: string; name: string }>;
  now: Date;
};

/** The feeds found at an address, each with what it is like; the first that is new is chosen. */
export function FoundFeeds({ feeds, owners, now }: FoundFeedsProps) {
  const first = feeds.findIndex((feed) => !owners.has(feed.url) && !feed.isComments);
  return (
    <div className="found-feeds">
      {feeds.map((feed, index) => {
        const owner = owners.get(feed.url);
        return (
          <section key={feed.url} className="found-feed" aria-label={feed.title}>
            <div className="found-feed-head">
              <label>
                <input type="checkbox" name="feed" value={index} defaultChecked={index === first} disabled={owner !== undefined} />
                <span>
                  <b>{feed.title}</b>
                  <small>{feed.url}</small>
                </span>
              </label>
              <SectionChoice name="feedSection" label={`Section of ${feed.title}`} value="top" none={byCategory} />
            </div>
            <p className="desk-meta">
              {formatWords[feed.format]}, {feed.entries} {feed.entries === 1 ? "entry" : "entries"}
              {feed.language && `, says it is in ${feed.language}`}
              {feed.isComments && ", comments of readers"}
            </p>
            {owner && (
              <p className="desk-note">
                Read already, for <a href={`/admin/titles/${owner.slug}`}>{owner.name}</a>.
              </p>
            )}
            <details open={index === Math.max(0, first)}>
              <summary>What it is like</summary>
              <FeedPreview feed={feed} now={now} />
            </details>
          </section>
        );
      })}
    </div>
  );
}

const formatWords = { rss: "RSS", rdf: "RSS 1.0", atom: "Atom", json: "JSON Feed" } as const;
