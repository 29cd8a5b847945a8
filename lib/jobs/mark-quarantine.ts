import { type FloodVerdict, quarantinedKind } from "@/lib/articles/judge-flood";
import type { PollVerdict } from "@/lib/feeds/poll-verdict";
import type { ReadPoll } from "./read-poll";

const heldWords = "Entries are held back until the feed names them steadily or goes by another rule.";

/**
 * Writes a quarantine into the verdict on a poll that worked: the feed is read, and its state says what is held.
 * It outlasts answers that brought nothing, and ends with the first that holds nothing back.
 *
 * @param flood undefined where no entries were stored
 */
export function markQuarantine(
  verdict: PollVerdict,
  { feed, reading }: Pick<ReadPoll, "feed" | "reading">,
  flood?: FloodVerdict,
): PollVerdict {
  if (flood?.kind === "quarantine") {
    return { ...verdict, lastErrorKind: quarantinedKind, lastError: flood.words, events: withEvent(verdict, flood) };
  }
  if (flood) return { ...verdict, events: withEvent(verdict, flood) };
  const isStillHeld = reading.kind === "unchanged" && feed.lastErrorKind === quarantinedKind;
  return isStillHeld ? { ...verdict, lastErrorKind: quarantinedKind, lastError: heldWords } : verdict;
}

const withEvent = (verdict: PollVerdict, { event }: FloodVerdict): PollVerdict["events"] =>
  event === null ? verdict.events : [...verdict.events, event];
