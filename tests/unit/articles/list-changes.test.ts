import { describe, expect, it } from "vitest";
import { changedParts, listChanges, type ReplacedVersion } from "@/lib/articles/list-changes";

const version = (number: number, facts: Partial<ReplacedVersion> = {}): ReplacedVersion => ({
  number,
  kind: "material",
  headline: "Nine rescued from ferry",
  standfirst: "The boat had engine trouble.",
  seenAt: new Date(Date.UTC(2026, 10, 20, 10 + number)),
  note: null,
  ...facts,
});
const current = { headline: "Eleven rescued from ferry", standfirst: "The boat had engine trouble." };

describe("the list of changes", () => {
  it("sets each version beside the one that followed it, newest first", () => {
    const changes = listChanges(
      [version(1), version(2, { headline: "Ten rescued from ferry", note: "Correction: eleven." })],
      current,
      "en",
    );
    expect(changes.map(({ number, seenAt, note }) => [number, seenAt, note])).toEqual([
      [2, "2026-11-20T12:00:00.000Z", "Correction: eleven."],
      [1, "2026-11-20T11:00:00.000Z", null],
    ]);
    expect(changes[0]?.headline?.filter((part) => part.kind !== "same").map((part) => part.text)).toEqual(["Ten", "Eleven"]);
    expect(changes[1]?.headline?.[0]).toEqual({ kind: "removed", text: "Nine" });
    expect(changes[0]?.standfirst).toBeNull();
  });

  it("shows no words where only the text changed", () => {
    expect(listChanges([version(1, current)], current, "en")[0]).toMatchObject({ headline: null, standfirst: null, kind: "material" });
  });
});

describe("what changed since a reading", () => {
  it("names the headline, the standfirst, the text, or several", () => {
    expect(changedParts([version(1)], current)).toEqual(["headline"]);
    expect(changedParts([version(1, current)], current)).toEqual(["text"]);
    expect(changedParts([version(1, { ...current, standfirst: "Another." }), version(2, current)], current)).toEqual([
      "standfirst",
      "text",
    ]);
  });

  it("is the text where a headline came back to what it was", () => {
    expect(changedParts([version(1, current), version(2)], current)).toEqual(["text"]);
  });

  it("is nothing where only typography changed, or nothing at all", () => {
    expect(changedParts([version(1, { kind: "minor", headline: "Eleven  rescued from ferry" })], current)).toEqual([]);
    expect(changedParts([], current)).toEqual([]);
  });
});
