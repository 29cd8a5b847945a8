import { Icon } from "@/components/icon/icon";

type SaveButtonProps = {
  slug: string;
  isSaved: boolean;
  /** The article's headline, for whoever hears the button away from it; left out on the article's own page. */
  headline?: string;
  returnTo: string;
};

/** Saves an article for later, or no longer: one button that says how it stands. */
export function SaveButton({ slug, isSaved, headline, returnTo }: SaveButtonProps) {
  return (
    <form method="post" action={`/reading/${slug}/save`} data-act="">
      <input type="hidden" name="returnTo" value={returnTo} />
      <button
        type="submit"
        className="tool save-button"
        name="on"
        value={isSaved ? "0" : "1"}
        aria-pressed={isSaved}
        data-on-label="Saved"
        data-off-label="Save"
      >
        <Icon name="bookmark" />
        <span data-label="">{isSaved ? "Saved" : "Save"}</span>
        {headline !== undefined && <span className="sr-only">{`: ${headline}`}</span>}
      </button>
    </form>
  );
}
