import { longInstant, shortInstant } from "./format-instant";

type TimeStampProps = { at: string; now: Date; isLong?: boolean };

/** An exact time that the page's own script may turn into words; its text then differs from what the server sent. */
export function TimeStamp({ at, now, isLong = false }: TimeStampProps) {
  return (
    <time dateTime={at} data-ago="" suppressHydrationWarning>
      {isLong ? longInstant(at) : shortInstant(at, now)}
    </time>
  );
}
