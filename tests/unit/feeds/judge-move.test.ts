import { expect, it } from "vitest";
import { judgeMove, type MoveVerdict } from "@/lib/feeds/judge-move";

const home = "https://old.example/feed";
const away = "https://new.example/feed";
const start = new Date("2026-11-20T12:00:00Z");
const unmoved = { url: home, movedTo: null, movedCount: 0, movedSince: null };

/** What a feed comes to after answers at these hours, each naming an address or none. */
function moveAfter(answers: [hours: number, movedTo: string | null][]): MoveVerdict {
  let state: MoveVerdict = { ...unmoved, event: null };
  for (const [hours, movedTo] of answers) state = judgeMove(state, movedTo, new Date(start.getTime() + hours * 3_600_000));
  return state;
}
const every = (hours: number, count: number, movedTo: string | null = away): [number, string | null][] =>
  Array.from({ length: count }, (_, index) => [index * hours, movedTo]);

it("believes ten in a row over a day", () => {
  const verdict = moveAfter(every(3, 10));
  expect(verdict).toMatchObject({ url: away, movedTo: null, movedCount: 0, movedSince: null, event: { kind: "moved" } });
  expect(verdict.event?.words).toContain("10 times in a row over 27 hours");
});

it("does not believe ten within a day, nor nine over a week", () => {
  expect(moveAfter(every(1, 24))).toMatchObject({ url: home, movedTo: away, movedCount: 24, event: null });
  expect(moveAfter(every(1, 25)).url).toBe(away);
  expect(moveAfter(every(20, 9))).toMatchObject({ url: home, movedCount: 9 });
});

it("begins anew after an answer without a move or to another place", () => {
  expect(moveAfter([...every(3, 9), [30, null]])).toMatchObject({ ...unmoved });
  expect(moveAfter([...every(3, 9), [30, "https://third.example/"]])).toMatchObject({
    url: home,
    movedTo: "https://third.example/",
    movedCount: 1,
  });
});

it("takes a redirect to the address it has for none", () => {
  expect(judgeMove(unmoved, home, start)).toEqual({ ...unmoved, event: null });
});
