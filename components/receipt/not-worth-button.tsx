type NotWorthButtonProps = {
  slug: string;
  isNotWorth: boolean;
  /** The article's headline, for whoever hears the button away from it; left out on the article's own page. */
  headline?: string;
  returnTo: string;
};

/** Takes a member's money back from an article, or gives it again: one button that says how it stands. */
export function NotWorthButton({ slug, isNotWorth, headline, returnTo }: NotWorthButtonProps) {
  return (
    <form method="post" action={`/reading/${slug}/not-worth`} data-act="">
      <input type="hidden" name="returnTo" value={returnTo} />
      <button
        type="submit"
        className="not-worth-button"
        name="on"
        value={isNotWorth ? "0" : "1"}
        aria-pressed={isNotWorth}
        data-on-label="Taken back: it is paid nothing of yours. Undo"
        data-off-label="Not worth it"
      >
        <span data-label="">{isNotWorth ? "Taken back: it is paid nothing of yours. Undo" : "Not worth it"}</span>
        {headline !== undefined && <span className="sr-only">{`: ${headline}`}</span>}
      </button>
    </form>
  );
}
