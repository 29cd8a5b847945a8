import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { readSessionCookie } from "@/lib/accounts/read-session-cookie";

const secret = "a secret of more than thirty-two characters";
const sign = (token: string, key = secret) => encodeURIComponent(`${token}.${createHmac("sha256", key).update(token).digest("base64")}`);
const read = (header: string | null) => readSessionCookie(header, "broadsheet-session", secret);

it("reads a token under our signature among other cookies", () => {
  expect(read(`theme=dark; broadsheet-session=${sign("abc")}; x=1`)).toBe("abc");
});

it.each([
  [null],
  [""],
  ["other=1"],
  ["broadsheet-session="],
  ["broadsheet-session=abc"],
  ["broadsheet-session=abc."],
  ["broadsheet-session=.abc"],
  ["broadsheet-session=%E0%A4%A"],
  [`broadsheet-session=${sign("abc", "another secret of more than 32 characters")}`],
  [`xbroadsheet-session=${sign("abc")}`],
  [`broadsheet-session=${sign("abc").replace("abc", "abd")}`],
])("takes %j for no session", (header) => {
  expect(read(header)).toBeNull();
});
