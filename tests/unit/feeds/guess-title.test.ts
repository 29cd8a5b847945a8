import { expect, it } from "vitest";
import { guessTitle } from "@/lib/feeds/guess-title";
import { makePublicHealth } from "@/lib/feeds/public-health";

const feed = { title: "The Paper - World", homeUrl: "https://www.paper.co.uk/world", language: "en", url: "https://www.paper.co.uk/rss" };

it.each([
  [feed, { name: "The Paper", homeUrl: "https://www.paper.co.uk/", country: "GB", initials: "TP" }],
  [
    { ...feed, language: "fr-BE" },
    { language: "fr-BE", country: "BE" },
  ],
  [
    { ...feed, homeUrl: "https://paper.de/", title: "Die Zeitung RSS" },
    { country: "DE", name: "Die Zeitung" },
  ],
  [{ ...feed, homeUrl: "https://paper.io/" }, { country: "" }],
  [{ ...feed, homeUrl: "http://127.0.0.1:4000/" }, { country: "" }],
])("guesses what a title is", (given, guess) => {
  expect(guessTitle(given)).toMatchObject(guess);
});

it("leaves everything private out of a title's public health", () => {
  const row = {
    id: 1,
    url: "https://feeds.paper.example/rss?key=s3cret",
    section: "world",
    title: { slug: "paper", name: "Paper", quietToldAt: null },
    state: "failing" as const,
    lastPolledAt: null,
    lastSuccessAt: null,
    lastEntryAt: null,
    nextPollAt: new Date(0),
    intervalSec: 900,
    latenessSec: 0,
    failureCount: 4,
    lastError: "The server refuses us (status 403).",
    heldUntil: null,
    gaps: 0,
    lastGapAt: null,
    days: [],
  };
  const title = { slug: "paper", name: "Paper", pausedAt: null, retiredAt: null, quietToldAt: null };
  const notes = [
    { kind: "moved", words: "Moved to https://feeds.paper.example/new?key=s3cret", at: new Date(0) },
    { kind: "quarantined", words: "Held.", at: new Date(0) },
  ];
  const health = makePublicHealth(title, [row], notes, [{ verdict: "included", reason: "Asked for.", decidedAt: new Date(0) }]);
  expect(health.feeds).toMatchObject([{ host: "feeds.paper.example", state: "failing" }]);
  expect(health.notes).toEqual([{ kind: "moved", at: new Date(0) }]);
  expect(JSON.stringify(health)).not.toMatch(/s3cret|403|rss/);
});
