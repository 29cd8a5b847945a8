import { plainDay } from "@/components/time/format-instant";
import type { ChangedSince } from "@/lib/articles/revision-types";

type ChangedNoteProps = { slug: string; changed: ChangedSince; now: Date };

/** Said above an article that is another than when this reader had it before them. */
export function ChangedNote({ slug, changed, now }: ChangedNoteProps) {
  return (
    <p className="article-note">
      <span>
        Changed since you read it on <time dateTime={changed.readAt}>{plainDay(changed.readAt, now)}</time>
        {`: ${listWords.format(changed.parts)}. `}
        <a className="quiet" href={`/article/${slug}/changes`}>
          See what changed
        </a>
      </span>
    </p>
  );
}

const listWords = new Intl.ListFormat("en", { type: "conjunction" });
