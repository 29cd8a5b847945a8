const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A sentence whose days hold together at the end of a line. */
export function holdDays(sentence: string): string {
  return sentence.replace(/(\d{1,2}) (\p{Lu}\p{L}+) (\d{4})/gu, "$1\u00a0$2\u00a0$3");
}

/** A day as a reader reads it, in UTC: "22 December 2026". */
export function dateWords(at: Date): string {
  return format.format(at);
}
