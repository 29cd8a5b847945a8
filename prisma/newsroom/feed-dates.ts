const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RFC 822 date with a four-digit year and a numeric zone, "Sun, 22 Nov 2026 08:05:00 +0100"; "GMT" when the offset is 0. */
export function rfc822(at: Date, offsetMinutes: number): string {
  const local = shift(at, offsetMinutes);
  const zone = offsetMinutes === 0 ? "GMT" : formatOffset(offsetMinutes, "");
  return `${DAYS[local.getUTCDay()]}, ${pad(local.getUTCDate())} ${month(local)} ${local.getUTCFullYear()} ${clock(local)} ${zone}`;
}

/**
 * RFC 822 as old systems write it, a different oddity each hour: named American zones, a year of two
 * digits, no weekday, no seconds, a day of one digit. All of it is allowed by RFC 822, 5.1.
 */
export function rfc822Old(at: Date): string {
  const zones = [
    { name: "EST", offsetMinutes: -300 },
    { name: "GMT", offsetMinutes: 0 },
    { name: "PST", offsetMinutes: -480 },
    { name: "UT", offsetMinutes: 0 },
  ];
  const turn = Math.floor(at.getTime() / 3_600_000) % zones.length;
  const zone = zones[turn] ?? { name: "GMT", offsetMinutes: 0 };
  const local = shift(at, zone.offsetMinutes);
  const year = String(local.getUTCFullYear());
  switch (turn) {
    case 0:
      return `${DAYS[local.getUTCDay()]}, ${local.getUTCDate()} ${month(local)} ${year} ${clock(local)} ${zone.name}`;
    case 1:
      return `${local.getUTCDate()} ${month(local)} ${year.slice(2)} ${clock(local)} ${zone.name}`;
    default:
      return `${DAYS[local.getUTCDay()]}, ${pad(local.getUTCDate())} ${month(local)} ${year.slice(2)} ${clock(local)} ${zone.name}`;
  }
}

/** RFC 3339 date to the second, "2026-11-22T08:05:00+01:00"; "Z" when the offset is 0. */
export function rfc3339(at: Date, offsetMinutes: number): string {
  const local = shift(at, offsetMinutes).toISOString().slice(0, 19);
  return local + (offsetMinutes === 0 ? "Z" : formatOffset(offsetMinutes, ":"));
}

function shift(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

function month(local: Date): string {
  return MONTHS[local.getUTCMonth()] ?? "Jan";
}

function clock(local: Date): string {
  return local.toISOString().slice(11, 19);
}

function formatOffset(minutes: number, between: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}${between}${pad(size % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
