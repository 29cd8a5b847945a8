import { describe, expect, it } from "vitest";
import { loadCatalogue, parseCatalogue } from "@/prisma/catalogue/load-catalogue";
import { type CataloguePublisher, primaryLanguage } from "@/prisma/catalogue/types";

const publishers = loadCatalogue();
const feeds = publishers.flatMap((publisher) => publisher.feeds);
const addressesOf = (list: string[]) => new Set(list.map((url) => url.toLowerCase()));

describe("the bundled catalogue", () => {
  it("holds at least 120 publishers and 300 feeds", () => {
    expect(publishers.length).toBeGreaterThanOrEqual(120);
    expect(feeds.length).toBeGreaterThanOrEqual(300);
  });

  it("comes from at least 25 countries", () => {
    expect(new Set(publishers.map((publisher) => publisher.country)).size).toBeGreaterThanOrEqual(25);
  });

  it("can be read in at least 12 languages", () => {
    const spoken = publishers.flatMap((publisher) => publisher.feeds.map((feed) => feed.language ?? publisher.language));
    expect(new Set(spoken.map(primaryLanguage)).size).toBeGreaterThanOrEqual(12);
  });

  it("covers every section of the paper", () => {
    expect(new Set(feeds.map((feed) => feed.section)).size).toBe(12);
  });

  it("names only http and https addresses, without credentials", () => {
    const unsafe = feeds.map((feed) => new URL(feed.url)).filter((url) => !/^https?:$/.test(url.protocol) || url.username !== "");
    expect(unsafe).toEqual([]);
  });

  it("names home pages by https", () => {
    expect(publishers.filter((publisher) => !publisher.homeUrl.startsWith("https://"))).toEqual([]);
  });

  it("uses no slug and no feed address twice", () => {
    expect(new Set(publishers.map((publisher) => publisher.slug)).size).toBe(publishers.length);
    expect(addressesOf(feeds.map((feed) => feed.url)).size).toBe(feeds.length);
  });

  it("takes nothing from aggregators or feed proxies", () => {
    const proxies =
      /(^|\.)(google\.com|feedburner\.com|reddit\.com|twitter\.com|nitter\.net|yahoo\.com|rssmix\.com|feedx\.net|fivefilters\.org)$/;
    expect(feeds.filter((feed) => proxies.test(new URL(feed.url).hostname))).toEqual([]);
  });

  it("leaves partner terms to the operator and walls every licence its own way", () => {
    const terms = new Set(publishers.map((publisher) => `${publisher.licence} ${publisher.wall} ${publisher.indexing}`));
    expect([...terms].toSorted()).toEqual(["feed registered noindex", "headline open noindex"]);
  });

  it("keeps white text readable on every mark (WCAG 2.2, 4.5:1)", () => {
    const faint = publishers.filter((publisher) => contrastWithWhite(publisher.colour) < 4.5);
    expect(faint.map((publisher) => publisher.slug)).toEqual([]);
  });

  it("names countries and languages that exist", () => {
    const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
    const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
    const tags = publishers.flatMap((publisher) => [publisher.language, ...publisher.feeds.flatMap((feed) => feed.language ?? [])]);
    expect(publishers.filter((publisher) => !regions.of(publisher.country))).toEqual([]);
    expect(tags.filter((tag) => !languages.of(tag))).toEqual([]);
  });
});

describe("parseCatalogue", () => {
  it("names the file and the path of a bad value", () => {
    const broken = { ...title, feeds: [{ url: "ftp://example.org/feed", section: "top" }] };
    expect(() => parseCatalogue([file("fr.json", [title, broken])])).toThrow(/fr\.json \[1\]\.feeds\[0\]\.url: /);
  });

  it("names a file that is not JSON", () => {
    expect(() => parseCatalogue([{ file: "fr.json", text: "[" }])).toThrow(/fr\.json: not JSON/);
  });

  it("refuses a partner licence", () => {
    const partner = { ...title, licence: "partner", wall: "paid" };
    expect(() => parseCatalogue([file("fr.json", [partner])])).toThrow(/fr\.json \[0\]\.licence: /);
  });

  it("refuses a feed title with an open wall", () => {
    expect(() => parseCatalogue([file("fr.json", [{ ...title, wall: "open" }])])).toThrow(/fr\.json \[0\]\.wall: /);
  });

  it("refuses a name in another script without its Latin name", () => {
    const unnamed = { ...title, name: "ერთი" };
    expect(() => parseCatalogue([file("fr.json", [unnamed])])).toThrow(/fr\.json \[0\]\.latinName: /);
  });

  it("refuses a slug used twice, naming both places", () => {
    const again = { ...title, feeds: [{ url: "https://example.org/other", section: "top" }] };
    const twice = () => parseCatalogue([file("fr.json", [title, again])]);
    expect(twice).toThrow('fr.json [1]: slug "le-titre" was already used at fr.json [0]');
  });

  it("refuses one feed under two spellings", () => {
    const again = { ...title, slug: "autre", feeds: [{ url: "http://www.example.org/feed/", section: "top" }] };
    const twice = () => parseCatalogue([file("fr.json", [title, again])]);
    expect(twice).toThrow('fr.json [1]: feed "example.org/feed" was already used at fr.json [0]');
  });

  it("refuses a title in another country's file", () => {
    expect(() => parseCatalogue([file("de.json", [title])])).toThrow(/de\.json \[0\]\.country: le-titre is of FR/);
  });
});

const title: CataloguePublisher = {
  slug: "le-titre",
  name: "Le Titre",
  homeUrl: "https://example.org",
  country: "FR",
  language: "fr-FR",
  direction: "ltr",
  editions: ["fr", "FR"],
  colour: "#23405c",
  initials: "LT",
  licence: "feed",
  wall: "registered",
  indexing: "noindex",
  feeds: [{ url: "https://example.org/feed", section: "top" }],
};

function file(name: string, publishersOfFile: unknown[]) {
  return { file: name, text: JSON.stringify(publishersOfFile) };
}

/** WCAG 2.2, "contrast ratio" and "relative luminance", for white on a #rrggbb ground. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => linear(Number.parseInt(colour.slice(from, from + 2), 16) / 255));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
