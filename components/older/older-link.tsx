import { Icon } from "@/components/icon/icon";

type OlderLinkProps = { basePath: string; cursor: string | null; isFirst: boolean };

/** The ways through a list that never stops growing: older, and back to the newest. There is no page count. */
export function OlderLink({ basePath, cursor, isFirst }: OlderLinkProps) {
  return (
    <nav className="older" aria-label="More articles">
      {cursor === null ? (
        <p>That is everything we have here.</p>
      ) : (
        <a className="button button-quiet" href={`${basePath}/before/${encodeURIComponent(cursor)}`} rel="next">
          <Icon name="history" />
          Older articles
        </a>
      )}
      {!isFirst && (
        <a className="quiet" href={basePath}>
          Back to the newest
        </a>
      )}
    </nav>
  );
}
