/**
 * The two forms that nearly every feed uses, "Tue, 03 Mar 2026 10:00:00 GMT" and "2026-03-03T10:00:00Z", read at
 * little cost.
 *
 * @returns null for every other form, and for what is out of range: the patient reader then judges
 * Source: RFC 5322 section 3.3, RFC 3339
 */
export function usualDate(text: string): Date | null {
  const mail = mailDate.exec(text);
  if (mail) {
    const month = monthsOfMail.indexOf(mail[2] ?? "") / 3;
    return Number.isInteger(month) ? instantOf([Number(mail[3]), month, Number(mail[1])], mail) : null;
  }
  const iso = isoDate.exec(text);
  return iso ? instantOf([Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])], iso) : null;
}

const monthsOfMail = "JanFebMarAprMayJunJulAugSepOctNovDec";
const mailDate = /^\s*(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (GMT|UTC|Z|[+-]\d{4})\s*$/;
const isoDate = /^\s*(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)\s*$/;

/** Groups 4 to 7 of both forms are hours, minutes, seconds and zone. */
function instantOf([year, month, day]: [number, number, number], match: RegExpExecArray): Date | null {
  const [hours, minutes, seconds] = [Number(match[4]), Number(match[5]), Number(match[6])];
  if (month > 11 || day < 1 || day > daysOf(year, month) || hours > 23 || minutes > 59 || seconds > 59) return null;
  return inRange(new Date(Date.UTC(year, month, day, hours, minutes - zoneMinutes(match[7] ?? ""), seconds)));
}

const daysOf = (year: number, month: number): number => (month < 0 ? 0 : new Date(Date.UTC(year, month + 1, 0)).getUTCDate());

function zoneMinutes(zone: string): number {
  if (zone.length < 5) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  if (minutes > 14 * 60) return 0;
  return zone.startsWith("-") ? -minutes : minutes;
}

/** The date itself if it lies between 1970 and 2100, else null. */
export function inRange(date: Date): Date | null {
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 2100 ? date : null;
}
