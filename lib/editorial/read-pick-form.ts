import { err, ok, type Result } from "@/lib/core/result";
import type { PickForm } from "./desk-forms";
import { readLocalTime, showLocalTime } from "./read-local-time";
import type { BoardEntry, DeskList, PickWords } from "./types";

type Asked = { list: DeskList; before: BoardEntry | null; now: Date };

/**
 * What a form says of a pick. A time that was not changed stays as exact as it was; without a start it starts now.
 *
 * @returns why not, in words
 */
export function readPickWords(form: PickForm, { list, before, now }: Asked): Result<PickWords, string> {
  const startsAt = readTime(form.starts, form.zone, before?.startsAt ?? null);
  if (!startsAt.ok) return err(`Start: ${startsAt.error}`);
  const endsAt = readTime(form.ends, form.zone, before?.endsAt ?? null);
  if (!endsAt.ok) return err(`End: ${endsAt.error}`);
  const start = startsAt.value ?? now;
  const fault = faultOf(form, list) ?? faultOfWindow(start, endsAt.value, now);
  if (fault !== null) return err(fault);
  return ok({
    slot: form.slot,
    edition: form.edition,
    isPinned: form.pinned,
    startsAt: start,
    endsAt: endsAt.value,
    note: form.note,
    headline: form.headline === "" ? null : form.headline,
    standfirst: form.standfirst === "" ? null : form.standfirst,
  });
}

function faultOfWindow(startsAt: Date, endsAt: Date | null, now: Date): string | null {
  if (endsAt === null) return null;
  if (endsAt <= startsAt) return "The pick would end before it starts.";
  return endsAt <= now ? "The end is in the past. To take a pick off, remove it." : null;
}

function faultOf({ slot, edition }: PickForm, { places, editions }: DeskList): string | null {
  if (slot > places) return `The list has ${places} places.`;
  const isMade = editions.length === 0 || edition === "" || editions.includes(edition);
  return isMade ? null : `The list is made for ${editions.join(", ")}, not for ${edition}.`;
}

function readTime(text: string, zone: string, before: Date | null): Result<Date | null, string> {
  if (text === "") return ok(null);
  if (before !== null && text.slice(0, 16) === showLocalTime(before, zone)) return ok(before);
  return readLocalTime(text, zone);
}
