import { longInstant } from "@/components/time/format-instant";

/** Said above an article that only staff and its own title see as yet. */
export function EmbargoNote({ until }: { until: string }) {
  return (
    <p className="article-note">
      Under embargo until <time dateTime={until}>{longInstant(until)}</time>. Readers do not see it before then.
    </p>
  );
}
