import fc from "fast-check";
import { expect, it } from "vitest";
import { type FloodEntry, type FloodFacts, judgeFlood, quarantinedKind } from "@/lib/articles/judge-flood";

const now = new Date("2026-11-20T12:00:00Z");
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
/** Read half an hour ago, when its youngest entry was 40 minutes old by now. */
const feed = { lastSuccessAt: minutesAgo(30), lastEntryAt: minutesAgo(40), lastErrorKind: null };

const entries = (count: number, isKnown: boolean, minutes = (index: number) => 45 + index * 10): FloodEntry[] =>
  Array.from({ length: count }, (_, index) => ({ statedAt: minutesAgo(minutes(index)), isKnown }));
const undated = (count: number): FloodEntry[] => Array.from({ length: count }, () => ({ statedAt: null, isKnown: false }));
const judge = (of: FloodEntry[], changes: Partial<FloodFacts["feed"]> = {}) =>
  judgeFlood({ feed: { ...feed, ...changes }, entries: of, now });

it("holds a window that changed all its guids and addresses, and lets through what is dated after the last read", () => {
  const verdict = judge([...entries(2, false, (index) => 5 + index), ...entries(28, false)]);
  expect(verdict).toMatchObject({ kind: "quarantine", event: { kind: "quarantined" } });
  expect(verdict.kind === "quarantine" && [...verdict.held]).toEqual(Array.from({ length: 28 }, (_, index) => index + 2));
});

it("holds the youngest entry of the last read, come again under another name", () => {
  const verdict = judge(entries(10, false, (index) => 40 + index));
  expect(verdict.kind === "quarantine" && verdict.held.size).toBe(10);
});

it.each<[string, FloodEntry[], Partial<FloodFacts["feed"]>]>([
  ["a feed's first read", entries(100, false), { lastSuccessAt: null, lastEntryAt: null }],
  [
    "an agency after two days' outage",
    entries(100, false, (index) => index * 20),
    { lastSuccessAt: minutesAgo(2_880), lastEntryAt: minutesAgo(2_890) },
  ],
  ["a section that files older articles", [...entries(30, true), ...entries(8, false)], {}],
  ["a window made longer", [...entries(20, true), ...entries(80, false, (index) => 300 + index)], {}],
  ["four entries of a small feed", entries(4, false), {}],
  ["an undated feed after an outage", undated(40), { lastSuccessAt: minutesAgo(90) }],
])("lets %s through", (_, of, changes) => {
  expect(judge(of, changes)).toEqual({ kind: "accept", event: null });
});

it("lets entries through that are dated by the day alone, however many the day has", () => {
  const midnight = new Date("2026-11-20T00:00:00Z");
  const today = Array.from({ length: 50 }, () => ({ statedAt: midnight, isKnown: false }));
  expect(judge(today, { lastEntryAt: midnight }).kind).toBe("accept");
  expect(judge(today, { lastEntryAt: minutesAgo(30) }).kind).toBe("accept");
});

it("holds a whole undated window that is new minutes after the last read", () => {
  expect(judge(undated(30))).toMatchObject({ kind: "quarantine" });
});

it("goes on holding late entries without saying so again, and ends when there are none", () => {
  const held = { lastErrorKind: quarantinedKind };
  const moved = [...entries(15, true), ...entries(3, false)];
  expect(judge(moved, held)).toMatchObject({ kind: "quarantine", event: null });
  expect(judge(entries(18, true), held)).toMatchObject({ kind: "accept", event: { kind: "healed" } });
});

it("never holds what is dated after the last read, nor what is known", () => {
  const entry = fc.record({ statedAt: fc.option(fc.nat(2_000).map(minutesAgo)), isKnown: fc.boolean() });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), fc.boolean(), (of, wasHeld) => {
      const verdict = judge(of, wasHeld ? { lastErrorKind: quarantinedKind } : {});
      const held = verdict.kind === "quarantine" ? of.filter((_, index) => verdict.held.has(index)) : [];
      expect(held.every(({ statedAt, isKnown }) => !isKnown && (statedAt === null || statedAt <= feed.lastEntryAt))).toBe(true);
    }),
  );
});
