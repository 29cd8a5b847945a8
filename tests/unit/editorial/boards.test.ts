import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMs, hourMs } from "@/lib/core/clock";
import { compareBoards } from "@/lib/editorial/compare-boards";
import { editBoard } from "@/lib/editorial/edit-board";
import { findConflicts } from "@/lib/editorial/find-conflicts";
import { hasTurned } from "@/lib/editorial/has-turned";
import { readLocalTime } from "@/lib/editorial/read-local-time";
import { rebaseAct } from "@/lib/editorial/rebase-act";
import { resolvePicks } from "@/lib/editorial/resolve-picks";
import type { BoardAct, BoardEntry, PickedArticle } from "@/lib/editorial/types";
import { makeEntry } from "./make-entry";

const now = new Date("2026-03-10T13:00:00Z");
const scene = { places: 4, now };
const four = ["a", "b", "c", "d"].map((key, index) => makeEntry({ key, slot: index + 1, articleId: index + 1 }));
const stand = (entries: readonly BoardEntry[]) =>
  resolvePicks(entries, { edition: "", at: now, places: 4 })
    .map(({ entry }) => entry.key)
    .join("");
const result = (act: BoardAct, entries: readonly BoardEntry[] = four) => {
  const done = editBoard(entries, act, scene);
  return done.ok ? stand(done.value) : done.error;
};
const place = (key: string, slot: number): BoardAct => ({ kind: "place", key, slot, edition: "" });

describe("moving a pick", () => {
  it("makes room towards the gap that it leaves", () => {
    expect(result(place("d", 2))).toBe("adbc");
    expect(result(place("a", 3))).toBe("bcad");
  });

  it("steps over pinned picks, and is refused where one holds the place", () => {
    const pinned = four.map((entry) => ({ ...entry, isPinned: entry.key === "b" }));
    expect(result(place("a", 3), pinned)).toBe("cbad");
    expect(result(place("a", 2), pinned)).toContain("pinned");
  });

  it("leaves the others where they are when the place is free", () => {
    const done = editBoard(four.slice(0, 2), place("b", 4), scene);
    expect(done.ok && done.value.map(({ slot }) => slot)).toEqual([1, 4]);
  });

  it("puts it where it was told, and keeps the order of the others, however full the list and whatever was wanted", () => {
    const wanted = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 })), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(wanted, fc.nat(), fc.integer({ min: 1, max: 4 }), (picks, which, slot) => {
        const entries = picks.map(([wants, hours], index) =>
          makeEntry({ key: String.fromCharCode(97 + index), slot: wants, articleId: index, startsAt: addMs(now, -hours * hourMs) }),
        );
        const before = stand(entries);
        const key = String.fromCharCode(97 + (which % picks.length));
        const done = editBoard(entries, place(key, slot), scene);
        if (!done.ok) throw new Error(done.error);
        const after = resolvePicks(done.value, { edition: "", at: now, places: 4 });
        expect(after.find(({ entry }) => entry.key === key)?.slot).toBe(slot);
        const others = after.map(({ entry }) => entry.key).filter((each) => each !== key);
        expect(others).toEqual([...before].filter((each) => others.includes(each)));
      }),
    );
  });

  it("swaps two, whatever stands between", () => {
    expect(result({ kind: "swap", key: "a", otherKey: "d", edition: "" })).toBe("dbca");
  });
});

it("an act is done beside others' where it touches nothing of theirs, and never over them", () => {
  const theirs = editBoard(four, place("a", 2), scene);
  const newest = theirs.ok ? theirs.value : [];
  const pinLast = rebaseAct({ seen: four, newest }, { kind: "pin", key: "d", isPinned: true, edition: "" }, scene);
  expect(pinLast.ok && stand(pinLast.value)).toBe("bacd");
  expect(rebaseAct({ seen: four, newest }, place("b", 3), scene)).toEqual({ ok: false, error: { kind: "stale" } });
  expect(rebaseAct({ seen: four, newest: four.slice(1) }, { kind: "remove", key: "a" }, scene)).toEqual({
    ok: false,
    error: { kind: "stale" },
  });
});

describe("conflicts", () => {
  const article = (id: number, own: Partial<PickedArticle> = {}): [number, PickedArticle] => [
    id,
    {
      ...{ id, slug: `s${id}`, headline: `Headline ${id}`, standfirst: "", publisherName: "The Title", publishedAt: now, storyId: id },
      ...{ takenDownAt: null, hiddenAt: null, embargoUntil: null, isTitleActive: true },
      ...own,
    },
  ];
  const kindsOf = (entries: BoardEntry[], articles = [1, 2, 3, 4].map((id) => article(id))) =>
    findConflicts({ entries, articles: new Map(articles), places: 4, now }).map(({ kind }) => kind);

  it("are none on a list in order", () => expect(kindsOf(four)).toEqual([]));

  it("are named for what bites: article, place, time, pins and stories", () => {
    const one = (own: Partial<BoardEntry>, of: Partial<PickedArticle> = {}) => kindsOf([makeEntry({ key: "a", ...own })], [article(1, of)]);
    expect(one({}, { takenDownAt: now })).toEqual(["taken-down"]);
    expect(one({}, { hiddenAt: now })).toEqual(["hidden"]);
    expect(one({}, { isTitleActive: false })).toEqual(["title-off"]);
    expect(one({}, { embargoUntil: now })).toEqual(["embargoed"]);
    expect(one({ startsAt: now }, { embargoUntil: now })).toEqual([]);
    expect(one({ articleId: 9 })).toEqual(["gone"]);
    expect(one({ slot: 5 })).toEqual(["beyond-places"]);
    expect(one({ startsAt: addMs(now, hourMs), endsAt: addMs(now, 1) })).toEqual(["backwards"]);
    const pins = [1, 2].map((id) => makeEntry({ key: `p${id}`, articleId: id, isPinned: true }));
    expect(kindsOf(pins)).toEqual(["two-pins"]);
    expect(kindsOf(pins.map((entry, index) => ({ ...entry, edition: index === 0 ? "de" : "en" })))).toEqual([]);
    expect(kindsOf(four.slice(0, 2), [article(1, { storyId: 7 }), article(2, { storyId: 7 })])).toEqual(["same-story"]);
  });

  it("name a pick that would find no place once another begins", () => {
    const coming = makeEntry({ key: "e", slot: 1, articleId: 5, startsAt: addMs(now, hourMs) });
    expect(
      kindsOf(
        [...four, coming],
        [1, 2, 3, 4, 5].map((id) => article(id)),
      ),
    ).toEqual(["left-out"]);
  });
});

it("a draft says in words how it differs from what is published", () => {
  const [a = makeEntry({ key: "a" }), ...others] = four;
  const draft = [{ ...a, slot: 2, note: "Now with a note" }, ...others.slice(1), makeEntry({ key: "n", articleId: 9 })];
  expect(compareBoards(four, draft, now)).toEqual([
    { key: "a", articleId: 1, kind: "changed", what: ["place 1 to 2", "another note"] },
    { key: "n", articleId: 9, kind: "new", what: [] },
    { key: "b", articleId: 2, kind: "gone", what: [] },
  ]);
});

it("a time that clocks skip or show twice is refused with the reason", () => {
  const said = (text: string, zone: string) => {
    const read = readLocalTime(text, zone);
    return read.ok ? read.value.toISOString() : read.error;
  };
  expect(said("2026-03-29T01:59", "Europe/Vienna")).toBe("2026-03-29T00:59:00.000Z");
  expect(said("2026-03-29T02:30", "Europe/Vienna")).toContain("does not happen");
  expect(said("2026-10-25T02:30", "Europe/Vienna")).toContain("at 00:30 and 01:30 UTC");
  expect(said("2026-10-25T02:30", "Mars/Olympus")).toContain("no time zone");
});

it("the clock has turned when a pick begins or ends in between, and not before or after", () => {
  const pick = makeEntry({ key: "a", startsAt: now, endsAt: addMs(now, hourMs) });
  const turned = (from: number, to: number) => hasTurned([pick], addMs(now, from), addMs(now, to));
  expect([turned(-2, -1), turned(-1, 0), turned(0, 1), turned(hourMs - 1, hourMs), turned(hourMs, hourMs + 1)]).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
});
