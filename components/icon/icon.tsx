/** Symbols of `/icons.svg`, drawn by Lucide (ISC licence). */
export type IconName =
  | "newspaper"
  | "trending-up"
  | "pen-line"
  | "layout-list"
  | "library"
  | "gift"
  | "share-2"
  | "headphones"
  | "external-link"
  | "download"
  | "history"
  | "bookmark"
  | "book-open";

/** A decoration beside words; it has no name of its own. One external sheet, so that no path is sent twice. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" aria-hidden="true">
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
