import { expect, it } from "vitest";
import { mapAscii } from "@/lib/core/map-ascii";

const upperOnly = Uint8Array.from({ length: 128 }, (_, code) => (code >= 65 && code <= 90 ? code + 32 : 0));

it("replaces and drops by the table", () => {
  expect(mapAscii("A b-C\n", upperOnly)).toBe("ac");
  expect(mapAscii("", upperOnly)).toBe("");
});

it.each(["É", "A\u0141", "A\u{1f600}", "\u0080"])("leaves %j to whoever knows more than ASCII", (text) => {
  expect(mapAscii(text, upperOnly)).toBeNull();
});
