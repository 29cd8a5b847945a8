import type { FeedHints } from "../types";
import { allTexts, firstText, type XmlNode } from "./xml-node";

/** Minutes in each period of the syndication module. */
const periodMinutes: Record<string, number> = { hourly: 60, daily: 1_440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

/**
 * What an XML feed says about when to come back.
 * Source: RSS 2.0 (ttl, skipHours, skipDays), RSS 1.0 syndication module
 */
export function readXmlHints(feed: XmlNode): FeedHints {
  const period = periodMinutes[firstText(feed, "sy:updateperiod")?.toLowerCase() ?? ""] ?? null;
  const frequency = Math.max(1, Number.parseInt(firstText(feed, "sy:updatefrequency") ?? "1", 10) || 1);
  return {
    ttlMinutes: ttlOf(firstText(feed, "ttl")),
    skipHoursUtc: skippedHours(feed.named("skiphours").flatMap((hours) => allTexts(hours, "hour"))),
    skipDays: skippedDays(feed.named("skipdays").flatMap((days) => allTexts(days, "day"))),
    updatePeriodMinutes: period === null ? null : Math.max(1, Math.round(period / frequency)),
  };
}

function ttlOf(text: string | null): number | null {
  const minutes = Number(text?.trim() || Number.NaN);
  return Number.isFinite(minutes) && minutes > 0 ? Math.round(minutes) : null;
}

/** Hours 0 to 23; RSS 0.91 counted 1 to 24, where 24 is midnight. A list of all hours forbids nothing. */
function skippedHours(texts: string[]): number[] {
  const hours = new Set(
    texts
      .map((text) => Number.parseInt(text, 10))
      .filter((hour) => hour >= 0 && hour <= 24)
      .map((hour) => hour % 24),
  );
  return hours.size < 24 ? [...hours].sort((a, b) => a - b) : [];
}

/** Days as 0 (Sunday) to 6. A list of all days forbids nothing. */
function skippedDays(texts: string[]): number[] {
  const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
  const days = new Set(texts.map((text) => names.indexOf(text.slice(0, 3).toLowerCase())).filter((day) => day >= 0));
  return days.size < 7 ? [...days].sort((a, b) => a - b) : [];
}
