import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markMute } from "@/lib/entitlements/mark-mute";
import { mayShow, mutedBy, mutedIds } from "@/lib/entitlements/may-show";
import type { Mute, MuteFacts } from "@/lib/entitlements/mute-types";
import { accountViewer } from "../../support/account-viewer";

const now = new Date("2026-11-22T12:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const facts = (changes: Partial<MuteFacts> = {}): MuteFacts => ({
  publisherId: 1,
  authorIds: [2],
  topicIds: [3],
  storyId: 4,
  language: "en-GB",
  texts: ["Glacier talks collapse"],
  ...changes,
});
const ofKind = (kind: Exclude<Mute["kind"], "keyword">, id: number, expiresAt: Date | null = null): Mute => ({
  id: 9,
  kind,
  ids: [id],
  expiresAt,
});
const word = (keyword: string, language = "", expiresAt: Date | null = null): Mute => ({
  id: 8,
  kind: "keyword",
  keyword,
  language,
  expiresAt,
});
const shows = (mutes: Mute[], about = facts(), at = now) => mayShow(accountViewer({ mutes }), about, at);

const id = fc.integer({ min: 1, max: 6 });
const ids = fc.uniqueArray(id, { maxLength: 3 });
const expiry = fc.option(fc.integer({ min: -2, max: 2 }).map((hours) => later(hours * 3_600_000)));
const words = ["glacier", "budget", "harbour", "election"];
const anyMute: fc.Arbitrary<Mute> = fc.oneof(
  fc.record({
    id: fc.nat(),
    kind: fc.constantFrom("publisher", "author", "topic", "story"),
    ids: fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
    expiresAt: expiry,
  }),
  fc.record({
    id: fc.nat(),
    kind: fc.constant("keyword" as const),
    keyword: fc.constantFrom(...words),
    language: fc.constantFrom("", "en", "fr"),
    expiresAt: expiry,
  }),
);
const anyFacts: fc.Arbitrary<MuteFacts> = fc.record({
  publisherId: id,
  authorIds: ids,
  topicIds: ids,
  storyId: fc.option(id),
  language: fc.constantFrom("en-GB", "fr", "EN"),
  texts: fc.array(fc.constantFrom(...words, "quiet day"), { maxLength: 3 }),
});

/** The rule written plainly, one mute at a time. */
function isHiddenBy(mute: Mute, about: MuteFacts, at: Date): boolean {
  if (mute.expiresAt !== null && mute.expiresAt <= at) return false;
  if (mute.kind === "keyword") {
    const speaks = mute.language === "" || about.language.toLowerCase().startsWith(mute.language);
    return speaks && about.texts.some((text) => text.split(" ").includes(mute.keyword));
  }
  const its = { publisher: [about.publisherId], author: about.authorIds, topic: about.topicIds, story: [about.storyId] }[mute.kind];
  return its.some((one) => one !== null && mute.ids.includes(one));
}

describe("may-show", () => {
  it("hides what any live mute names, and nothing else", () => {
    fc.assert(
      fc.property(fc.array(anyMute, { maxLength: 8 }), anyFacts, fc.integer({ min: -3, max: 3 }), (mutes, about, hours) => {
        const at = later(hours * 3_600_000);
        expect(mayShow(accountViewer({ mutes }), about, at)).toBe(!mutes.some((mute) => isHiddenBy(mute, about, at)));
      }),
      { numRuns: 2_000 },
    );
  });

  it("shows everything to a visitor and to whoever muted nothing", () => {
    expect(mayShow({ kind: "visitor" }, facts(), now)).toBe(true);
    expect(shows([])).toBe(true);
  });

  it("ends at the very instant of its expiry", () => {
    const mutes = [ofKind("publisher", 1, later(1)), word("glacier", "", later(1))];
    expect(shows(mutes)).toBe(false);
    expect(shows(mutes, facts(), later(1))).toBe(true);
  });

  it("keeps a word to its language", () => {
    expect(shows([word("glacier", "en")])).toBe(false);
    expect(shows([word("glacier", "fr")])).toBe(true);
    expect(shows([word("glacier", "fr")], facts({ language: "fr-CA" }))).toBe(false);
  });

  it("says first that the event is muted, then who tells it: only the teller can be replaced", () => {
    const viewer = accountViewer({ mutes: [ofKind("publisher", 1), ofKind("story", 4)] });
    expect(mutedBy(viewer, facts(), now)?.kind).toBe("story");
  });

  it("hides nothing of a title on its own page, and still what else is muted there", () => {
    const viewer = accountViewer({ mutes: [ofKind("publisher", 1), word("glacier")] });
    const own = { kind: "publisher", id: 1 } as const;
    expect(mayShow(viewer, facts({ texts: [] }), now, own)).toBe(true);
    expect(mayShow(viewer, facts(), now, own)).toBe(false);
  });

  it("names the muted rows of a kind, and how one of them stands", () => {
    const mutes = [ofKind("topic", 3), { ...ofKind("topic", 5), ids: [5, 6] }, ofKind("topic", 7, later(0))];
    expect([...mutedIds(accountViewer({ mutes }), "topic", now)]).toEqual([3, 5, 6]);
    expect(markMute(mutes, "topic", 6)).toEqual({ kind: "topic", target: "6", muted: { id: 9, expiresAt: null } });
    expect(markMute(mutes, "topic", 8)?.muted).toBeNull();
    expect(markMute(undefined, "topic", 3)).toBeNull();
  });
});
