import { parseDate } from "@/lib/feeds/parse-date";

/**
 * Ways of writing a date that the reference misreads, each to be checked by hand against the text itself: it takes the
 * month for the day in the first, and leaves the zone out in the second.
 */
const misreadForms: readonly { name: string; form: RegExp }[] = [
  { name: "year/month/day without leading zeros", form: /^\d{4}\/\d{1,2}\/\d{1,2} \d/ },
  { name: "am or pm followed by a zone name", form: /\d\s?[ap]m [A-Z]{2,4}$/i },
];

const dateElement = /<(?:\w+:)?(?:pubdate|published|updated|date|issued|created|modified)\b[^>]*>(?:<!\[CDATA\[)?([^<\]]{6,60})/gi;

/**
 * Why the reference is wrong about a date: the form in which the feed states the instant that we read.
 *
 * @param source the feed, in which the date stands
 * @param ours the instant we read, ISO 8601 to the second
 * @returns null where the fault must be taken for ours
 */
export function misreadForm(source: string, ours: string | null): string | null {
  if (ours === null) return null;
  const stated = [...source.matchAll(dateElement)].map((match) => (match[1] ?? "").trim());
  const text = stated.find((each) => parseDate(each)?.toISOString().startsWith(ours.slice(0, 19)));
  return misreadForms.find(({ form }) => text !== undefined && form.test(text))?.name ?? null;
}
