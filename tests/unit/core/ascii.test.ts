import { describe, expect, it } from "vitest";
import { asciiBytes, asciiTable, mapAscii } from "@/lib/core/ascii";

const upperOnly = asciiTable((character) => (/[A-Z]/.test(character) ? character.toLowerCase() : ""));
/** More than stands in the place that is kept. */
const long = "Ab, ".repeat(30_000);

describe("texts of plain ASCII by their bytes", () => {
  it("replaces and drops by the table", () => {
    expect(mapAscii("A b-C\n", upperOnly)).toBe("ac");
    expect(mapAscii("", upperOnly)).toBe("");
    expect(mapAscii(long, upperOnly)).toBe("a".repeat(30_000));
  });

  it("gives the bytes until the next call", () => {
    expect(Array.from(asciiBytes("Ab") ?? [])).toEqual([65, 98]);
    expect(asciiBytes(long)?.length).toBe(long.length);
  });

  it.each(["É", "A\u0141", "A\u{1f600}", "\u0080", `${long}É`, "\ud800"])("leaves %j to whoever knows more than ASCII", (text) => {
    expect(mapAscii(text, upperOnly)).toBeNull();
    expect(asciiBytes(text)).toBeNull();
  });
});
