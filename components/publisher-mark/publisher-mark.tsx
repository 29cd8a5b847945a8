import type { CSSProperties } from "react";
import type { PublisherMark as PublisherMarkView } from "@/lib/feeds/publisher-mark";

type PublisherMarkProps = { publisher: PublisherMarkView };

/**
 * A title's name behind its mark: a square of initials in the title's own colour.
 * The square is drawn by the stylesheet from `data-mark` and kept from screen readers, so that the name is said once.
 */
export function PublisherMark({ publisher }: PublisherMarkProps) {
  return (
    <a className="mark" href={`/publisher/${publisher.slug}`} data-mark={publisher.initials} style={markColour(publisher)}>
      {publisher.name}
    </a>
  );
}

/** The title's colour as the one variable that the stylesheet reads. */
export function markColour(publisher: PublisherMarkView): CSSProperties {
  return { "--mark": publisher.colour } as CSSProperties;
}
