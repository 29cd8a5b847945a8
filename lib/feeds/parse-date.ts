import { monthOfName } from "./internal/month-names";
import { inRange, usualDate } from "./internal/usual-date";
import { zoneOffsetMinutes } from "./internal/zone-offset";

/**
 * Reads a date as publishers write it.
 *
 * Read: ISO 8601 and its loose forms, RFC 822 and 850 with any weekday and any zone name in use, asctime, dates in
 * words of a dozen languages, d.m.y, y/m/d, m/d/y with AM or PM, East Asian dates, Unix time in seconds or
 * milliseconds. A time without a zone is UTC; a date without a time is midnight UTC.
 *
 * @returns null where no date between 1970 and 2100 can be read; never a guess from parts
 * Source: RFC 9557, RFC 5322 section 4.3, RFC 850; forms met in real feeds
 */
export function parseDate(text: string | null | undefined): Date | null {
  return usualDate(text ?? "") ?? anyDate(text ?? "");
}

function anyDate(text: string): Date | null {
  const cleaned = asciiDigits(text)
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .slice(0, 120);
  if (cleaned === "") return null;
  const unix = unixTime(cleaned);
  if (unix) return unix;
  const day = readDay(cleaned);
  return day ? instantOf(day, cleaned) : null;
}

type Day = { year: number; month: number; day: number; rest: string };

function unixTime(text: string): Date | null {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return null;
  const value = Number(text);
  return inRange(new Date(text.length > 10 ? value : value * 1_000));
}

/** Arabic, Persian and full-width digits as ASCII ones. */
const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

/** Finds year, month and day; `rest` is the text with them cut out, where the time is looked for. */
function readDay(text: string): Day | null {
  return isoDay(text) ?? eastAsianDay(text) ?? worded(text) ?? numeric(text);
}

function isoDay(text: string): Day | null {
  const match =
    text.match(/^(?:\D{0,12}\s)?(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/) ?? text.match(/^(\d{4})(\d{2})(\d{2})(?=$|[T ]|\d{6}$)/);
  if (!match) return null;
  return { year: Number(match[1]), month: Number(match[2]) - 1, day: Number(match[3] ?? 1), rest: spacedTime(text.slice(match[0].length)) };
}

/** "T121530" and "121530" as a time with colons. */
const spacedTime = (rest: string): string => rest.replace(/^T?(\d{2})(\d{2})(\d{2})(?=$|[Z+.-])/, " $1:$2:$3").replace(/^[Tt]/, " ");

function eastAsianDay(text: string): Day | null {
  const match = text.match(/(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/);
  if (!match) return null;
  const rest = text
    .slice((match.index ?? 0) + match[0].length)
    .replace(/(\d{1,2})\s*[時时시]\s*(\d{1,2})\s*[分분](?:\s*(\d{1,2})\s*[秒초])?/, (_all, h, m, s) => `${h}:${m}:${s ?? "00"}`);
  return {
    year: Number(match[1]),
    month: Number(match[2]) - 1,
    day: Number(match[3]),
    rest: /오후|下午|午後/.test(rest) ? `${rest} PM` : rest,
  };
}

/** "Tue, 3 Mar 2026", "March 3rd, 2026", "3-Mar-26", "Tue Mar 3 10:00:00 2026", "3 de marzo de 2026". */
function worded(text: string): Day | null {
  for (const word of text.matchAll(/[\p{L}\p{M}]{3,}/gu)) {
    const month = monthOfName(word[0]);
    if (month === null) continue;
    const before = text.slice(0, word.index);
    const after = text.slice(word.index + word[0].length);
    const found = dayThenYear(before, after) ?? dayAfterMonth(after);
    if (found) return { ...found, month };
  }
  return null;
}

function dayThenYear(before: string, after: string): Omit<Day, "month"> | null {
  const day = before.match(/(?:^|\D)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?:\s+de)?[\s-]*$/i);
  const year = after.match(/^[.,]?(?:\s+de)?[\s,-]*(\d{4}|\d{2})(?![\d:])/);
  if (!day || !year) return null;
  return { day: Number(day[1]), year: fullYear(year[1] ?? ""), rest: `${before.slice(0, day.index)} ${after.slice(year[0].length)}` };
}

function dayAfterMonth(after: string): Omit<Day, "month"> | null {
  const day = after.match(/^[.\s-]*(\d{1,2})(?:st|nd|rd|th)?(?=[\s,-])/i);
  const year = after.match(/[\s,-](\d{4})(?!\d)/);
  if (!day || !year) return null;
  return { day: Number(day[1]), year: Number(year[1]), rest: ` ${after.slice(day[0].length).replace(year[0], " ")}` };
}

/** d.m.y as most of the world writes; m/d/y where slashes stand, unless its first number can be no month. */
function numeric(text: string): Day | null {
  const match = text.match(/(?:^|\s)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const isMonthFirst = match[2] === "/" && first <= 12;
  const [month, day] = isMonthFirst && second <= 31 ? [first, second] : [second, first];
  return {
    year: fullYear(match[4] ?? ""),
    month: month - 1,
    day,
    rest: text.slice((match.index ?? 0) + match[0].length).replace(/^T/, " "),
  };
}

/** Two digits are this century, but for the years of the early web. */
const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) >= 70 ? 1_900 : 2_000);

function instantOf({ year, month, day, rest }: Day, whole: string): Date | null {
  const time = rest.match(/(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?/);
  const hours = time ? hourOf(Number(time[1]), rest.slice((time.index ?? 0) + time[0].length)) : 0;
  const [minutes, seconds] = [Number(time?.[2] ?? 0), Number(time?.[3] ?? 0)];
  if (month < 0 || month > 11 || day < 1 || day > 31 || hours > 24 || minutes > 59 || seconds > 60) return null;
  const millis = Math.floor(Number(`0.${time?.[4] ?? 0}`) * 1_000);
  const zone = time ? zoneOffsetMinutes(rest.slice((time.index ?? 0) + time[0].length), whole) : 0;
  const midnight = new Date(Date.UTC(year, month, day));
  if (midnight.getUTCDate() !== day) return null;
  return inRange(new Date(Date.UTC(year, month, day, hours, minutes - zone, seconds, millis)));
}

function hourOf(hour: number, after: string): number {
  if (/^\s*p\.?m/i.test(after) || /PM/.test(after)) return hour < 12 ? hour + 12 : hour;
  return /^\s*a\.?m\b/i.test(after) && hour === 12 ? 0 : hour;
}
