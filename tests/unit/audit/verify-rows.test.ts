import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainStart, sealRow, writeFacts } from "@/lib/audit/seal-row";
import type { AuditRow } from "@/lib/audit/types";
import { verifyRows } from "@/lib/audit/verify-rows";

const text = fc.string({ maxLength: 20, unit: "grapheme" });
const acts = fc.array(fc.record({ act: text, actorName: text, before: text, after: text, reason: text, actorId: fc.option(text) }), {
  minLength: 1,
  maxLength: 12,
});

function chain(drafts: readonly Pick<AuditRow, "act" | "actorName" | "before" | "after" | "reason" | "actorId">[]): AuditRow[] {
  let previousHash = chainStart.hash;
  return drafts.map((draft, index) => {
    const row = {
      ...draft,
      seq: index + 1,
      at: new Date(index * 1_000),
      actorRole: "editor",
      subjectKind: "article",
      subjectId: "7",
      previousHash,
    };
    previousHash = sealRow(row);
    return { ...row, hash: previousHash };
  });
}

const columns = ["act", "actorName", "before", "after", "reason", "actorRole", "subjectKind", "subjectId", "previousHash", "hash"] as const;

describe("verifyRows", () => {
  it("finds nothing in a chain as it was written, in one go or in parts", () => {
    fc.assert(
      fc.property(acts, fc.nat({ max: 12 }), (drafts, cut) => {
        const rows = chain(drafts);
        const first = verifyRows(rows.slice(0, cut), chainStart);
        const second = verifyRows(rows.slice(cut), first.head);
        expect([...first.faults, ...second.faults]).toEqual([]);
        expect(second.head).toEqual({ seq: rows.length, hash: rows.at(-1)?.hash });
      }),
    );
  });

  it("finds and names the row of which one character was changed, in any column", () => {
    fc.assert(
      fc.property(acts, fc.nat(), fc.constantFrom(...columns), fc.nat(), (drafts, which, column, place) => {
        const rows = chain(drafts);
        const row = rows[which % rows.length];
        if (!row) return;
        const old = row[column];
        const at = place % (old.length + 1);
        const changed = { ...row, [column]: `${old.slice(0, at)}${old[at] === "x" ? "y" : "x"}${old.slice(at + 1)}` };
        const { faults } = verifyRows(rows.with(row.seq - 1, changed), chainStart);
        expect(faults.map(({ seq }) => seq)).toContain(row.seq);
      }),
    );
  });

  it("finds a moved instant, another account, a missing row and two that changed places", () => {
    const rows = chain([1, 2, 3, 4].map((n) => ({ act: `act ${n}`, actorName: "Ann", actorId: "u1", before: "", after: "", reason: "" })));
    const found = (changed: (AuditRow | undefined)[]) =>
      verifyRows(
        changed.flatMap((row) => row ?? []),
        chainStart,
      ).faults.map(({ seq }) => seq);
    const [one, two, three, four] = rows;
    expect(found([one, two && { ...two, at: new Date(two.at.getTime() + 1) }, three, four])).toEqual([2]);
    expect(found([one, two && { ...two, actorId: null }, three, four])).toEqual([2]);
    expect(found([one, three, four])).toEqual([3]);
    expect(found([one, three, two, four])).toEqual([3, 2, 4]);
  });
});

it("writes facts alike whatever the order of their names", () => {
  expect(writeFacts({ b: 1, a: { d: [true, null], c: "x" } })).toBe('{"a":{"c":"x","d":[true,null]},"b":1}');
  expect(writeFacts(null)).toBe("");
});
