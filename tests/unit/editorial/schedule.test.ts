import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMs, minuteMs } from "@/lib/core/clock";
import { planPublish } from "@/lib/editorial/plan-publish";
import { readLocalTime } from "@/lib/editorial/read-local-time";
import { isRunning, resolvePicks } from "@/lib/editorial/resolve-picks";
import type { BoardEntry } from "@/lib/editorial/types";
import { makeEntry } from "./make-entry";

// Zones whose clocks change by an hour, by half an hour, at midnight, twice around a month of fasting, and never.
const zones = [
  "Europe/Vienna",
  "America/New_York",
  "Australia/Lord_Howe",
  "America/Asuncion",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "UTC",
];
/** Two days around each of these, in which most of those clocks are changed. */
const starts = [
  "2026-03-28T00:00Z",
  "2026-10-24T12:00Z",
  "2026-11-01T00:00Z",
  "2026-03-07T12:00Z",
  "2026-04-04T00:00Z",
  "2026-02-14T12:00Z",
].map((text) => new Date(text));
const spanMinutes = 48 * 60;

const clocks = new Map<string, Intl.DateTimeFormat>();
/** What the clocks of a zone show, by another program than the one under test. */
function clockOf(zone: string, at: Date): string {
  const known = clocks.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  clocks.set(zone, known);
  return known.format(at).replace(" ", "T");
}

const LocalTime = fc.record({
  zone: fc.constantFrom(...zones),
  from: fc.constantFrom(...starts),
  minute: fc.integer({ min: 0, max: spanMinutes - 1 }),
});

describe("a local time", () => {
  it("is the one minute at which clocks of its zone show it, and refused where they show it twice or never", () => {
    fc.assert(
      fc.property(LocalTime, fc.integer({ min: -90, max: 90 }), ({ zone, from, minute }, shift) => {
        // The wall clock moved by hand: so it comes to times that no clock shows.
        const wall = new Date(`${clockOf(zone, addMs(from, minute * minuteMs))}Z`);
        const text = addMs(wall, shift * minuteMs)
          .toISOString()
          .slice(0, 16);
        const around = addMs(from, minute * minuteMs);
        const shown = Array.from({ length: 6 * 60 + 1 }, (_, index) => addMs(around, (index - 180) * minuteMs)).filter(
          (at) => clockOf(zone, at) === text,
        );
        const read = readLocalTime(text, zone);
        expect(read.ok ? [read.value] : []).toEqual(shown.length === 1 ? shown : []);
      }),
      { numRuns: 400 },
    );
  });
});

const editions = ["", "en", "en-GB", "en-US", "de"];
const Entry = fc.record({
  slot: fc.integer({ min: 1, max: 7 }),
  articleId: fc.integer({ min: 1, max: 9 }),
  edition: fc.constantFrom(...editions),
  isPinned: fc.boolean(),
  zone: fc.constantFrom(...zones),
  startMinute: fc.integer({ min: 0, max: spanMinutes - 1 }),
  length: fc.option(fc.integer({ min: 1, max: 20 * 60 }), { nil: null }),
});

/** The picks as an editor of each zone would type them: what their form refuses never gets onto a board. */
function type(from: Date, drawn: readonly (typeof Entry extends fc.Arbitrary<infer One> ? One : never)[]): BoardEntry[] {
  return drawn.flatMap(({ zone, startMinute, length, ...entry }, index) => {
    const start = addMs(from, startMinute * minuteMs);
    const startsAt = readLocalTime(clockOf(zone, start), zone);
    const endsAt = length === null ? null : readLocalTime(clockOf(zone, addMs(start, length * minuteMs)), zone);
    if (!startsAt.ok || (endsAt && !endsAt.ok)) return [];
    return [makeEntry({ ...entry, key: `k${index}`, startsAt: startsAt.value, endsAt: endsAt?.value ?? null })];
  });
}

/** The same rule told plainly: minute by minute, one place after the other, each time looking through all that is left. */
function tell(entries: readonly BoardEntry[], edition: string, at: Date, places: number): (string | null)[] {
  const specific = (one: BoardEntry) => one.edition.length;
  const stronger = (a: BoardEntry, b: BoardEntry): boolean => {
    if (a.isPinned !== b.isPinned) return a.isPinned;
    if (specific(a) !== specific(b)) return specific(a) > specific(b);
    if (a.startsAt.getTime() !== b.startsAt.getTime()) return a.startsAt > b.startsAt;
    return a.key < b.key;
  };
  const open = entries.filter(
    (one) =>
      one.startsAt.getTime() <= at.getTime() &&
      (one.endsAt === null || at.getTime() < one.endsAt.getTime()) &&
      ["", edition.split("-")[0], edition].includes(one.edition),
  );
  const once = open.filter((one) => !open.some((other) => other !== one && other.articleId === one.articleId && stronger(other, one)));
  const holds = (slot: number) =>
    once.filter((one) => one.slot === slot).find((one) => once.every((o) => o === one || o.slot !== slot || stronger(one, o)));
  const told: (BoardEntry | null)[] = Array.from({ length: places }, (_, index) => holds(index + 1) ?? null);
  let left = once.filter((one) => !told.includes(one));
  return told.map((one) => {
    if (one !== null || left.length === 0) return one?.key ?? null;
    const next = left.reduce((a, b) => (a.slot < b.slot || (a.slot === b.slot && stronger(a, b)) ? a : b));
    left = left.filter((each) => each !== next);
    return next.key;
  });
}

const stand = (entries: readonly BoardEntry[], edition: string, at: Date, places: number): (string | null)[] => {
  const standing = resolvePicks(entries, { edition, at, places });
  return Array.from({ length: places }, (_, index) => standing.find(({ slot }) => slot === index + 1)?.entry.key ?? null);
};

describe("a schedule", () => {
  it("is what a plain telling of it says, at every minute of two days in which clocks change", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(Entry, { maxLength: 14 }),
        fc.constantFrom("", "en", "en-GB", "de"),
        fc.integer({ min: 1, max: 5 }),
        (from, drawn, edition, places) => {
          const entries = type(from, drawn);
          for (let minute = 0; minute < spanMinutes; minute += 1) {
            const at = addMs(from, minute * minuteMs);
            expect(stand(entries, edition, at, places)).toEqual(tell(entries, edition, at, places));
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it("holds for what is published: after each publication exactly the board's picks run at every minute, and what was shown stays as it was", () => {
    const Publications = fc.array(fc.record({ drawn: fc.array(Entry, { maxLength: 8 }), after: fc.integer({ min: 0, max: 600 }) }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.constantFrom(...starts), Publications, (from, publications) => {
        let picks: (BoardEntry & { id: number })[] = [];
        let now = from;
        for (const { drawn, after } of publications) {
          now = addMs(now, after * minuteMs);
          const entries = type(from, drawn);
          const open = picks.filter(({ endsAt }) => endsAt === null || endsAt > now);
          const shown = (at: Date) => picks.filter((pick) => isRunning(pick, at));
          const past = Array.from({ length: 12 }, (_, index) => addMs(now, -(index * 53 + 1) * minuteMs));
          const before = past.map((at) => shown(at).map(({ id, note, slot }) => ({ id, note, slot })));
          picks = carryOut(picks, planPublish(entries, open, now), now);
          expect(past.map((at) => shown(at).map(({ id, note, slot }) => ({ id, note, slot })))).toEqual(before);
          for (let minute = 0; minute < spanMinutes; minute += 17) {
            const at = addMs(now, minute * minuteMs);
            const wanted = entries.filter((entry) => isRunning(entry, at)).map(({ key, slot, articleId }) => ({ key, slot, articleId }));
            const running = shown(at).map(({ key, slot, articleId }) => ({ key, slot, articleId }));
            expect(byKey(running)).toEqual(byKey(wanted));
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("changes nothing when it is published twice", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(Entry, { maxLength: 10 }),
        fc.integer({ min: 0, max: spanMinutes }),
        (from, drawn, minute) => {
          const now = addMs(from, minute * minuteMs);
          const entries = type(from, drawn);
          const picks = carryOut([], planPublish(entries, [], now), now);
          expect(planPublish(entries, picks, now)).toEqual({ begin: [], end: [], drop: [] });
        },
      ),
    );
  });
});

const byKey = <One extends { key: string }>(list: readonly One[]): One[] => list.toSorted((a, b) => (a.key < b.key ? -1 : 1));

type Kept = BoardEntry & { id: number };

/** What the store does with a plan. */
function carryOut(picks: readonly Kept[], plan: ReturnType<typeof planPublish>, now: Date): Kept[] {
  const ends = new Map(plan.end.map(({ id, endsAt }) => [id, endsAt]));
  const kept = picks
    .filter(({ id }) => !plan.drop.includes(id))
    .map((pick) => (ends.has(pick.id) ? { ...pick, endsAt: ends.get(pick.id) ?? null } : pick));
  const nextId = Math.max(0, ...picks.map(({ id }) => id)) + 1;
  expect(plan.begin.every(({ startsAt }) => startsAt >= now)).toBe(true);
  return [...kept, ...plan.begin.map((entry, index) => ({ ...entry, id: nextId + index }))];
}
