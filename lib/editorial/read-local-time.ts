import { DateTime, IANAZone } from "luxon";
import { err, ok, type Result } from "@/lib/core/result";

const written = "yyyy-MM-dd'T'HH:mm";

/**
 * The instant of a date and time of day as clocks show it in a zone. What no clock shows, because they are put forward
 * over it, and what they show twice, because they are put back, is refused: the editor says which they mean.
 *
 * @param text as a `datetime-local` field sends it, "2026-03-29T09:30"
 * @param zone IANA name
 * @returns why not, in words
 */
export function readLocalTime(text: string, zone: string): Result<Date, string> {
  if (!IANAZone.isValidZone(zone)) return err(`“${zone}” is no time zone. Name one such as Europe/Vienna or UTC.`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00(\.0+)?)?$/.test(text)) return err(`“${text}” is no date and time.`);
  const local = DateTime.fromISO(text, { zone });
  if (!local.isValid) return err(`“${text}” is no date and time.`);
  const said = text.slice(0, 16);
  const spoken = `${said.slice(11)} on ${said.slice(0, 10)}`;
  if (local.toFormat(written) !== said)
    return err(`${spoken} does not happen in ${zone}: clocks are put forward over it. Choose an earlier or later time.`);
  const possible = local.getPossibleOffsets();
  if (possible.length > 1) {
    const times = possible.map((each) => each.toUTC().toFormat("HH:mm")).toSorted();
    return err(`${spoken} happens twice in ${zone}, at ${times.join(" and ")} UTC: clocks are put back. Say it in the zone UTC.`);
  }
  return ok(local.toJSDate());
}

/** An instant as a `datetime-local` field of that zone shows it; "" for none. */
export const showLocalTime = (instant: Date | null, zone: string): string =>
  instant === null ? "" : DateTime.fromJSDate(instant, { zone: IANAZone.isValidZone(zone) ? zone : "UTC" }).toFormat(written);
