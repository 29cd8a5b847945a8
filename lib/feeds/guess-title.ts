import { describePublisher } from "./describe-publisher";
import type { LookedFeed } from "./look-types";

/** What a title's form says before anybody has filled it in. */
export type TitleGuess = { name: string; homeUrl: string; country: string; language: string; colour: string; initials: string };

/** Endings that countries have and everybody uses. */
const lentEndings = new Set(["ai", "cc", "co", "fm", "io", "ly", "me", "so", "to", "tv", "ws"]);
const countryOfEnding: Readonly<Record<string, string>> = { uk: "GB", eu: "" };

/**
 * Guesses what a title is from its first feed: its name without the feed's own, the country of its language or of its host's
 * ending, colour and initials from name and host. Country is empty where nothing speaks of it.
 */
export function guessTitle(feed: Pick<LookedFeed, "title" | "homeUrl" | "language" | "url">): TitleGuess {
  const { name: said, homeUrl, language, colour } = describePublisher(feed, feed.url);
  const name = said.split(/\s+[-–—|»·]\s+|\s*:\s+/u)[0]?.replace(/\s+(rss|feed|atom)$/i, "") || said;
  const { initials } = describePublisher({ ...feed, title: name }, feed.url);
  return { name: name.slice(0, 120), homeUrl, language, colour, initials, country: countryOf(language, new URL(homeUrl).hostname) };
}

function countryOf(language: string, host: string): string {
  const region = /-([A-Z]{2})\b/.exec(language)?.[1];
  if (region) return region;
  const ending = host.split(".").at(-1) ?? "";
  if (ending.length !== 2 || lentEndings.has(ending) || /\d/.test(ending)) return "";
  return countryOfEnding[ending] ?? ending.toUpperCase();
}
