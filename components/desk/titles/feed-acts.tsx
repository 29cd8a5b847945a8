type FeedActsProps = {
  feedId: number;
  /** What may be done, with its words. */
  acts: readonly {
    act: "poll" | "replay" | "clear-hold" | "pause" | "resume" | "remove";
    words: string;
    key?: string;
    question?: string;
  }[];
  returnTo: string;
  /** For whoever cannot see which row it stands in. */
  name: string;
};

/** What may be done with one feed: a button each, the same form. */
export function FeedActs({ feedId, acts, returnTo, name }: FeedActsProps) {
  return (
    <form method="post" action="/admin/titles/feeds/act" data-desk="" className="feed-acts">
      <input type="hidden" name="feedId" value={feedId} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {acts.map(({ act, words, key, question }) => (
        <button key={act} className="desk-button" type="submit" name="act" value={act} data-key={key} data-confirm={question}>
          {words} <span className="sr-only">{name}</span>
          {key && <kbd>{key}</kbd>}
        </button>
      ))}
    </form>
  );
}
