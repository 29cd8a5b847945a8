import { describe, expect, it } from "vitest";
import { plainInline, renderBody, renderInline } from "@/prisma/newsroom/render-body";
import { sampleArticle } from "./sample-newsroom";

const style = {
  credit: "dash",
  lazyPictures: false,
  leadInBody: false,
  pictureUrl: (key: string, width: number) => `/p/${key}-${width}.jpg`,
} as const;

describe("rendering a text", () => {
  it("turns each kind of block into HTML", () => {
    const html = renderBody(sampleArticle(), style);
    expect(html).toContain("<p>First &amp; <em>foremost</em>.</p>");
    expect(html).toContain("<h2>What next</h2>");
    expect(html).toContain("<blockquote><p>It holds</p><footer>— <cite>Mayor Lind</cite></footer></blockquote>");
    expect(html).toContain('<img src="/p/gate-wide-960.jpg"');
    expect(html).not.toContain("gate-lead");
  });

  it("puts the lead picture first where the title does so, once only", () => {
    const html = renderBody(sampleArticle(), { ...style, leadInBody: true });
    expect(html.indexOf("gate-lead")).toBeLessThan(html.indexOf("First"));
    const shown = renderBody(sampleArticle({ body: ["![gate-lead]"] }), { ...style, leadInBody: true });
    expect(shown.match(/<figure>/g)).toHaveLength(1);
  });

  it.each([
    ["photograph", "The sea beyond. Photograph: Ida Foss</figcaption>"],
    ["parentheses", "The sea beyond. (Ida Foss)</figcaption>"],
    ["dash", "The sea beyond. — Ida Foss</figcaption>"],
    ["small", 'The sea beyond. <small class="credit">Ida Foss</small></figcaption>'],
  ] as const)("writes credits in the manner %s", (credit, words) => {
    expect(renderBody(sampleArticle(), { ...style, credit })).toContain(words);
  });

  it("keeps a lazy picture's address in data-src", () => {
    const html = renderBody(sampleArticle(), { ...style, lazyPictures: true });
    expect(html).toContain('data-src="/p/gate-wide-960.jpg"');
    expect(html).not.toContain(' src="/p/');
  });

  it("leaves underscores within words alone and escapes markup", () => {
    expect(renderInline("snake_case_name <b>")).toBe("snake_case_name &lt;b&gt;");
    expect(renderInline("灯台の_光_を")).toBe("灯台の<em>光</em>を");
  });

  it("takes emphasis marks off plain text", () => {
    expect(plainInline("It took _nine_ years of snake_case.")).toBe("It took nine years of snake_case.");
  });
});
