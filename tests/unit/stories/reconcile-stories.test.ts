import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apartKey, type ReconcileRules, type Regrouped, reconcileStories } from "@/lib/stories/reconcile-stories";

/** "12>7" is article in row 12 now, group 7 from now on; "->7" has no row; "12>7!3" is held in 3. */
const read = (list: string): Regrouped[] =>
  list.split(" ").map((word, index) => {
    const [, row, group, held] = /^(\d+|-)>(\d+)(?:!(\d+))?$/.exec(word) ?? [];
    return { id: index + 1, row: row === "-" ? null : Number(row), group: Number(group), heldIn: held ? Number(held) : null };
  });

function reconcile(list: string, apart: [number, number][] = []) {
  let next = 1_000;
  const articles = read(list);
  const old = new Set(articles.flatMap(({ row }) => row ?? []));
  const rules: ReconcileRules = {
    apart: new Set(apart.map(([a, b]) => apartKey(a, b))),
    isTaken: (row) => old.has(row),
    newRow: () => next++,
  };
  const { rowOf, opened, absorbed } = reconcileStories(articles, rules);
  return { rows: [...rowOf].sort(([a], [b]) => a - b).map(([, row]) => row), opened, absorbed };
}

it("keeps a story that nothing happened to, whatever its group is called", () => {
  expect(reconcile("5>5 5>5")).toEqual({ rows: [5, 5], opened: [], absorbed: [] });
  expect(reconcile("5>99 5>99")).toEqual({ rows: [5, 5], opened: [], absorbed: [] });
});

it("opens a story under its group's number", () => {
  expect(reconcile("5>5 ->8")).toEqual({ rows: [5, 8], opened: [8], absorbed: [] });
});

it("lets the larger part of a merge keep its address, and leads the other there", () => {
  expect(reconcile("3>3 7>3 7>3")).toEqual({ rows: [7, 7, 7], opened: [], absorbed: [{ from: 3, into: 7 }] });
});

it("gives a tie to the older story", () => {
  expect(reconcile("3>7 7>7")).toMatchObject({ rows: [3, 3], absorbed: [{ from: 7, into: 3 }] });
});

it("lets the larger part of a split keep its address though the group's number says otherwise", () => {
  expect(reconcile("3>3 3>9 3>9")).toEqual({ rows: [1_000, 3, 3], opened: [1_000], absorbed: [] });
});

describe("an editor's word", () => {
  it("puts a held article where it is held, and its group goes with it", () => {
    expect(reconcile("3>3 3>3 8>8!3")).toMatchObject({ rows: [3, 3, 3], absorbed: [{ from: 8, into: 3 }] });
    expect(reconcile("->9!3 ->9 ->9")).toMatchObject({ rows: [3, 3, 3], opened: [] });
  });

  it("takes a held article out of the group the rest goes on in", () => {
    expect(reconcile("3>3 3>3 3>3!8")).toMatchObject({ rows: [3, 3, 8] });
    expect(reconcile("8>8 8>8 8>8!8 3>3 3>3 3>3!8").rows).toEqual([8, 8, 8, 3, 3, 8]);
  });

  it("joins no two stories kept apart; who is new stays with the larger", () => {
    expect(reconcile("3>3 3>3 7>3 ->3", [[3, 7]])).toEqual({ rows: [3, 3, 7, 3], opened: [], absorbed: [] });
  });
});

it("gives each story to one group, loses no article, and leads every emptied story somewhere alive", () => {
  const article = fc.record({
    row: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
    group: fc.integer({ min: 1, max: 9 }),
    heldIn: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null, freq: 6 }),
  });
  fc.assert(
    fc.property(fc.array(article, { maxLength: 40 }), (drawn) => {
      const articles = drawn.map((each, index) => ({ ...each, id: index }));
      let next = 100;
      const { rowOf, absorbed } = reconcileStories(articles, { apart: new Set(), isTaken: (row) => row < 10, newRow: () => next++ });
      expect(rowOf.size).toBe(articles.length);
      const groupsOf = Map.groupBy(
        articles.filter(({ heldIn }) => heldIn === null),
        ({ id }) => rowOf.get(id),
      );
      for (const group of groupsOf.values()) expect(new Set(group.map((each) => each.group)).size).toBe(1);
      for (const { id, heldIn } of articles) if (heldIn !== null) expect(rowOf.get(id)).toBe(heldIn);
      const alive = new Set(rowOf.values());
      const old = new Set(articles.flatMap(({ row }) => row ?? []));
      expect(absorbed.map(({ from }) => from).sort()).toEqual([...old].filter((row) => !alive.has(row)).sort());
      for (const { into } of absorbed) expect(alive.has(into)).toBe(true);
    }),
  );
});
