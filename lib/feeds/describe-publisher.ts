import { directionOfLanguage } from "@/lib/core/language";
import { makeTitleSlug } from "./make-title-slug";
import type { FeedInfo } from "./types";

/** A publisher as far as its own feed tells of it. */
export type DescribedPublisher = {
  slug: string;
  name: string;
  homeUrl: string;
  country: string;
  language: string;
  direction: "ltr" | "rtl";
  colour: string;
  initials: string;
};

/** CLDR's code for a region that is not known. */
const unknownCountry = "ZZ";
/** Dark enough for white text (4.5:1 and more), one for each remainder of the host's letters. */
const colours = ["#1d3b53", "#5a4320", "#3f5b3a", "#54457f", "#7a1f2b", "#28605e", "#3b3b3b", "#6d1f4f"] as const;

/**
 * Describes the publisher of a feed that nobody has catalogued, from the host of its home page.
 *
 * @param feedUrl stands in where the feed names no home page
 */
export function describePublisher(feed: Pick<FeedInfo, "title" | "homeUrl" | "language">, feedUrl: string): DescribedPublisher {
  const home = new URL(feed.homeUrl ?? feedUrl);
  const host = home.hostname.replace(/^www\./, "");
  const name = feed.title || host;
  const language = feed.language ?? "en";
  return {
    slug: makeTitleSlug(home.href),
    name,
    homeUrl: `${home.origin}/`,
    country: unknownCountry,
    language,
    direction: directionOfLanguage(language) ?? "ltr",
    colour: colours[[...host].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % colours.length] ?? colours[0],
    initials: makeInitials(name),
  };
}

function makeInitials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? "");
  return letters.join("").toUpperCase() || "?";
}
