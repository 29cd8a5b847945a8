import type { PublisherMark as PublisherMarkView } from "@/lib/feeds/publisher-mark";
import { PublisherMark } from "./publisher-mark";

/** A line of titles by their marks, as a colophon. */
export function TitleMarks({ marks }: { marks: PublisherMarkView[] }) {
  if (marks.length === 0) return null;
  return (
    <p className="title-marks">
      {marks.map((mark) => (
        <PublisherMark key={mark.slug} publisher={mark} />
      ))}
    </p>
  );
}
