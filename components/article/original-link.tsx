import { Icon } from "@/components/icon/icon";
import type { ArticleView } from "@/lib/articles/types";

type OriginalLinkProps = { view: ArticleView; isMainWay?: boolean };

/** The publisher's own page: always there, and the main way on where we hold no more than a summary. */
export function OriginalLink({ view, isMainWay = false }: OriginalLinkProps) {
  return (
    <p className="original">
      <a className={isMainWay ? "button" : "quiet"} href={view.originalUrl} rel="external noopener">
        {`Read the original at ${view.publisher.name}\u00a0`}
        <Icon name="external-link" />
      </a>
    </p>
  );
}
