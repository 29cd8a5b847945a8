import { expect, it } from "vitest";
import { plainSummary, plainText, plainTitle } from "@/lib/feeds/plain-text";
import { separateCredits } from "@/lib/feeds/separate-credits";
import { splitAuthors } from "@/lib/feeds/split-authors";
import { splitCredit } from "@/lib/feeds/split-credit";

it.each([
  [["By Ann Lee and Bo Ek in Oslo"], ["Ann Lee", "Bo Ek"]],
  [["Ann Lee, Bo Ek and Cy Fox"], ["Ann Lee", "Bo Ek", "Cy Fox"]],
  [["ann@paper.example (Ann Lee)"], ["Ann Lee"]],
  [["Ann Lee <ann@paper.example>"], ["Ann Lee"]],
  [["Von Anna Lehn und Jörg Bär"], ["Anna Lehn", "Jörg Bär"]],
  [["Par Zoé Petit et Luc Roi"], ["Zoé Petit", "Luc Roi"]],
  [["Rosa Prado y Luis Mena"], ["Rosa Prado", "Luis Mena"]],
  [["Procter & Gamble"], ["Procter & Gamble"]],
  [["Staff and agencies"], ["Staff and agencies"]],
  [["Ann Lee and van der Berg"], ["Ann Lee", "van der Berg"]],
  [
    ["Reuters", "reuters", "AP"],
    ["Reuters", "AP"],
  ],
  [["李明、王芳"], ["李明", "王芳"]],
  [["desk@paper.example"], []],
  [["<b>Ann O&#8217;Hara</b>"], ["Ann O’Hara"]],
])("splits %j", (bylines, names) => {
  expect(splitAuthors(bylines).map((author) => author.name)).toEqual(names);
});

it("keeps roles apart from names", () => {
  expect(splitAuthors(["Ann Lee, Political editor"])).toEqual([{ name: "Ann Lee", role: "Political editor" }]);
  expect(splitAuthors(["By Ann Lee (photographer) and Bo Ek"])).toEqual([
    { name: "Ann Lee", role: "photographer" },
    { name: "Bo Ek", role: null },
  ]);
});

it.each([
  ["A harbour. Photograph: Ann Lee/AP", "A harbour.", "Ann Lee/AP"],
  ["A harbour (AP Photo/Ann Lee)", "A harbour", "AP Photo/Ann Lee"],
  ["A harbour. (Photo: Ann Lee)", "A harbour.", "Ann Lee"],
  ["Der Hafen. Foto: dpa", "Der Hafen.", "dpa"],
  ["Harbour © Ann Lee", "Harbour", "Ann Lee"],
  ["Image credit: Ann Lee", "", "Ann Lee"],
  ["She said: go home.", "She said: go home.", ""],
])("parts caption and credit of %s", (text, caption, credit) => {
  expect(splitCredit(text)).toEqual({ caption, credit });
});

it("marks the credit in a figure caption once", () => {
  const once = separateCredits("<figcaption>A harbour. <i>Photo: Ann &amp; Bo</i></figcaption>");
  expect(once).toBe('<figcaption>A harbour. <span class="credit">Ann &amp; Bo</span></figcaption>');
  expect(separateCredits(once)).toBe(once);
});

it("makes plain texts of markup", () => {
  expect(plainText("<p>One</p><p>two<br>three</p><script>no()</script> &amp; f<b>ou</b>r")).toBe("One two three & four");
  expect(plainTitle({ value: "Optional<String> &amp;amp; <b>more</b> &#8217;s", type: "html" })).toBe("Optional<String> & more ’s");
  expect(plainTitle({ value: "x < y", type: "html" })).toBe("x < y");
  expect(
    plainSummary({ value: "<p>Rain came. [&hellip;]</p> <p>The post <a>Rain</a> appeared first on <a>Fen</a>.</p>", type: "html" }),
  ).toBe("Rain came.…");
});
