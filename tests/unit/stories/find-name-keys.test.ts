import { expect, it } from "vitest";
import { findNameKeys } from "@/lib/stories/find-name-keys";

const keysOf = (leadIn: string, headline = "") => findNameKeys({ headline, standfirst: "", leadIn });

it("finds names that do not merely begin a sentence, without their accents", () => {
  expect(keysOf("In Zürich the minister met Ángela Ruíz. Later they left.")).toEqual(["zurich", "angela", "ruiz"]);
});

it("finds figures whatever their separators and digits, but no years", () => {
  expect(keysOf("It cost 1,200 crowns and 4.25 percent in 2026, and 7 more.")).toEqual(["#1200", "#425"]);
  expect(keysOf("بلغ طول الجسر ٣١٢ مترا")).toEqual(["#312"]);
});

it("finds names in Latin script within other scripts", () => {
  expect(keysOf("今日OPECが会合を開いた。")).toEqual(["opec"]);
});

it("takes figures from a headline, but no capitals: titles capitalise in their own ways", () => {
  expect(keysOf("", "Bridge Shut For 27 Years Reopens")).toEqual(["#27"]);
});
