import { longInstant, shortInstant } from "@/components/time/format-instant";

/** An instant on the desk: absolute, in UTC, and said so. */
export function DeskTime({ at }: { at: string }) {
  return <time dateTime={at}>{longInstant(at)}</time>;
}

/** The same in a table, without a year that is this one. */
export function DeskShortTime({ at, now }: { at: string; now: Date }) {
  return <time dateTime={at}>{shortInstant(at, now)}</time>;
}
