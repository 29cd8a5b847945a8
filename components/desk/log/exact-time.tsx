/** An instant as the office says it, to the minute and in UTC: "22 Nov 2026, 14:05 UTC". */
export function ExactTime({ at }: { at: Date }) {
  return (
    <time className="exact-time" dateTime={at.toISOString()}>
      {exactWords(at)}
    </time>
  );
}

const format = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** The same as bare words. */
export function exactWords(at: Date): string {
  return `${format.format(at)} UTC`;
}
