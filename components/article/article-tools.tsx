import { Icon } from "@/components/icon/icon";
import { SaveButton } from "@/components/reading/save-button";
import type { OwnReading } from "@/lib/reading/own-types";

type ArticleToolsProps = {
  slug: string;
  canListen: boolean;
  giftUrl: string | undefined;
  /** Null for a visitor, who has nowhere to save. */
  reading: OwnReading | null;
};

/** Quiet tools; those that need the browser's help are there only with script. */
export function ArticleTools({ slug, canListen, giftUrl, reading }: ArticleToolsProps) {
  return (
    <div className="article-tools">
      {reading && <SaveButton slug={slug} isSaved={reading.isSaved} returnTo={`/article/${slug}`} />}
      {giftUrl && (
        <form method="post" action={giftUrl}>
          <button type="submit" className="tool">
            <Icon name="gift" />
            <span>Give this article</span>
          </button>
        </form>
      )}
      <button type="button" className="tool only-script" data-share="">
        <Icon name="share-2" />
        <span>Share</span>
      </button>
      {canListen && (
        <button type="button" className="tool only-script" data-listen="" aria-pressed="false">
          <Icon name="headphones" />
          <span>Listen</span>
        </button>
      )}
      <button type="button" className="tool only-script" data-text-step="-1" aria-label="Smaller text">
        A<small>−</small>
      </button>
      <button type="button" className="tool only-script" data-text-step="1" aria-label="Larger text">
        A<small>+</small>
      </button>
      <a className="tool is-report" href={`/report/${slug}`} rel="nofollow">
        Report a mistake
      </a>
    </div>
  );
}
