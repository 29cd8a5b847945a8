const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const twoDigits = (value: number) => String(value).padStart(2, "0");
const monthOf = (at: Date) => months[at.getUTCMonth()] ?? "";
const clockOf = (at: Date) => `${twoDigits(at.getUTCHours())}:${twoDigits(at.getUTCMinutes())} UTC`;

/**
 * The short exact form for cards, true for every reader and safe to cache.
 *
 * @param iso an ISO 8601 instant
 * @param now decides whether the year must be said
 * @returns "21 Nov, 14:05 UTC", or "21 Nov 2025" for another year
 */
export function shortInstant(iso: string, now: Date): string {
  const at = new Date(iso);
  const day = `${at.getUTCDate()} ${monthOf(at).slice(0, 3)}`;
  return at.getUTCFullYear() === now.getUTCFullYear() ? `${day}, ${clockOf(at)}` : `${day} ${at.getUTCFullYear()}`;
}

/** The full form for an article's head: "21 November 2026, 14:05 UTC". */
export function longInstant(iso: string): string {
  const at = new Date(iso);
  return `${at.getUTCDate()} ${monthOf(at)} ${at.getUTCFullYear()}, ${clockOf(at)}`;
}

/** A day in running text: "12 November", with its year where that is another. */
export function plainDay(iso: string, now: Date): string {
  const at = new Date(iso);
  const day = `${at.getUTCDate()} ${monthOf(at)}`;
  return at.getUTCFullYear() === now.getUTCFullYear() ? day : `${day} ${at.getUTCFullYear()}`;
}

/** The date line under the wordmark: "Sunday 22 November 2026". */
export function longDay(at: Date): string {
  return `${days[at.getUTCDay()] ?? ""} ${at.getUTCDate()} ${monthOf(at)} ${at.getUTCFullYear()}`;
}

/** "November 2026" of "2026-11". */
export function monthWords(month: string): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  return `${monthOf(at)} ${at.getUTCFullYear()}`;
}
