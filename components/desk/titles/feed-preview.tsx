import { TimeStamp } from "@/components/time/time-stamp";
import { mediaHref } from "@/lib/core/media-href";
import type { LookedFeed } from "@/lib/feeds/look-types";

/** What a feed is like: what is odd about it, then its first entries as they were read. */
export function FeedPreview({ feed, now }: { feed: LookedFeed; now: Date }) {
  return (
    <>
      {feed.warnings.length > 0 ? (
        <ul className="feed-warnings">
          {feed.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      ) : (
        <p className="desk-meta">Nothing is odd about it: dates, texts, authors and pictures are all there.</p>
      )}
      <ol className="feed-sample">
        {feed.sample.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be the same, and the list never changes.
          <li key={index} lang={feed.language ?? undefined} dir="auto">
            {entry.pictureHash && (
              // biome-ignore lint/performance/noImgElement: our own /media makes the sizes.
              <img src={mediaHref(entry.pictureHash, 320)} alt="" loading="lazy" width={96} height={64} />
            )}
            <div>
              <p className="desk-headline">{entry.title || "No headline"}</p>
              {entry.summary && <p>{entry.summary}</p>}
              <p className="desk-meta" lang="en" dir="ltr">
                {entry.publishedAt ? <TimeStamp at={entry.publishedAt} now={now} /> : "No date"}
                {" · "}
                {entry.authors.length > 0 ? entry.authors.join(", ") : "No author"}
                {" · "}
                {entry.hasFullText ? "Full text" : "Summary only"}
                {entry.pictureHash === null && " · No picture"}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
