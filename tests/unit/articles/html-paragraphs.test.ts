import { expect, it } from "vitest";
import { htmlParagraphs } from "@/lib/articles/html-paragraphs";
import { sanitiseHtml } from "@/lib/feeds/sanitise-html";

it("gives the running text without captions and tables", () => {
  const html = sanitiseHtml(
    '<p>First &amp; <em>foremost</em>.</p><figure><img src="https://paper.example/a.jpg"><figcaption>A caption</figcaption></figure><table><tr><td>9</td></tr></table><p>Second.</p>',
    { base: null },
  );
  expect(htmlParagraphs(html)).toEqual(["First & foremost.", "Second."]);
});

it("parts paragraphs at two line breaks and keeps one as a space", () => {
  expect(htmlParagraphs(sanitiseHtml("One<br>line<br><br>Two", { base: null }))).toEqual(["One line", "Two"]);
});

it("keeps escaped markup as text", () => {
  expect(htmlParagraphs(sanitiseHtml("<p>Use &lt;b&gt; sparingly</p>", { base: null }))).toEqual(["Use <b> sparingly"]);
});
