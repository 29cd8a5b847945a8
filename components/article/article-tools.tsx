import { Icon } from "@/components/icon/icon";

/** Quiet tools that need the browser's help; without script there is nothing here that does not work. */
export function ArticleTools({ canListen }: { canListen: boolean }) {
  return (
    <div className="article-tools">
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
    </div>
  );
}
