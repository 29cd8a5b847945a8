import { Icon } from "@/components/icon/icon";

type OwnOlderLinkProps = { path: string; cursor: string | null; isFirst: boolean; words: string };

/** The ways through a list of one's own: older, and back to the newest. */
export function OwnOlderLink({ path, cursor, isFirst, words }: OwnOlderLinkProps) {
  return (
    <nav className="older" aria-label="More of this list">
      {cursor === null ? (
        <p>That is all of it.</p>
      ) : (
        <a className="button button-quiet" href={`${path}?${new URLSearchParams({ before: cursor })}`} rel="next">
          <Icon name="history" />
          {words}
        </a>
      )}
      {!isFirst && (
        <a className="quiet" href={path}>
          Back to the newest
        </a>
      )}
    </nav>
  );
}
