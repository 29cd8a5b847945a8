import type { CSSProperties } from "react";
import { mediaHref } from "@/lib/core/media-href";
import type { PublisherMark as PublisherMarkView } from "@/lib/feeds/publisher-mark";

type PublisherMarkProps = { publisher: PublisherMarkView };

/**
 * A title's name behind its mark: its logo, or a square of initials in the title's own colour.
 * The square is drawn by the stylesheet from `data-mark` and kept from screen readers, so that the name is said once.
 */
export function PublisherMark({ publisher }: PublisherMarkProps) {
  return (
    <a className="mark" href={`/publisher/${publisher.slug}`} data-mark={publisher.initials} style={markColour(publisher)}>
      {publisher.name}
    </a>
  );
}

/** The title's colour, and its logo where it has one, as the variables that the stylesheet reads. */
export function markColour({ colour, logoHash }: PublisherMarkView): CSSProperties {
  return { "--mark": colour, ...(logoHash && { "--logo": `url(${mediaHref(logoHash, 320)})` }) } as CSSProperties;
}
