import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ExtractedArticle, extractArticle } from "@/lib/articles/extract-article";

const url = "https://tidewater.example/2026/article";

function extract(source: string | Uint8Array): ExtractedArticle {
  const extracted = extractArticle(typeof source === "string" ? Buffer.from(source) : source, { url, contentType: "text/html" });
  if (!extracted.ok) throw new Error(extracted.error.reason);
  return extracted.value;
}

const page = (name: string) => extract(readFileSync(new URL(`../../fixtures/pages/${name}.html`, import.meta.url)));
const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join("");
const sentence = "The gates of the inner harbour opened on Saturday for the first time in nine years, and several hundred people watched.";

describe("a usual article page", () => {
  const article = page("harbour-report");

  it("gives what the page states about itself", () => {
    expect(article).toMatchObject({
      title: "Harbour gates reopen after nine years of work",
      byline: ["Ann Lee", "Bo Ek"],
      siteName: "The Tidewater Post",
      section: "Local",
      publishedAt: new Date("2026-03-14T07:30:00Z"),
      modifiedAt: new Date("2026-03-14T10:05:00Z"),
      language: "en-GB",
      direction: "ltr",
      paywalled: false,
    });
  });

  it("gives the standfirst and the text in order, and nothing around them", () => {
    expect(article.text.split("\n\n").map((text) => text.slice(0, 30))).toEqual(
      [
        "Ferries return to the inner ba",
        "The gates of the inner harbour",
        "Engineers had promised a pause",
        "A bill without an owner",
        "Nobody disputes the sum: forty",
        '"We kept the pumps running on C',
        "From Monday the ferries will r",
      ].map((text) => text.slice(0, 30)),
    );
    expect(article.text).not.toMatch(/newsletter|Read more|silted|First!|All rights|script|Share|trainee/);
  });

  it("parts the picture, its caption and its credit, and finds lazy pictures", () => {
    expect(article.images).toHaveLength(1);
    expect(article.images[0]).toMatchObject({ caption: "The northern gate on its first test.", credit: "Mira Holt/Tidewater" });
    expect(article.html).toContain('<img src="https://img.tidewater.example/2026/harbour-gates-640x427.jpg"');
    expect(article.html.match(/<img/g)).toHaveLength(1);
    expect(article.text).not.toContain("first test");
  });

  it("gives HTML that holds nothing that runs, loads or names", () => {
    expect(article.html).not.toMatch(/<(?:script|style|form|iframe|noscript)|\son\w+=|class="(?!credit)/);
  });
});

it("says that a stub is walled", () => {
  expect(page("walled-column").paywalled).toBe(true);
});

it("keeps all blocks of a live blog with their headings", () => {
  const { text } = page("live-blog");
  for (const words of ["The road to the point", "Snow ploughs", "Power back", "Schools stay shut", "opens its gym"])
    expect(text).toContain(words);
});

it("joins a text that advertisements break into boxes", () => {
  const { text, title } = page("split-body");
  expect(title).toBe("Die Fähre fährt wieder");
  for (const words of ["legte die erste Fähre", "größte Auftrag", "Karten kosten"]) expect(text).toContain(words);
  expect(text).not.toMatch(/Anzeige|Lesen Sie auch/);
});

it("reads right-to-left pages", () => {
  const article = page("right-to-left");
  expect(article).toMatchObject({ direction: "rtl", language: "ar", title: "عودة العبارات إلى الميناء الداخلي" });
  expect(article.text).not.toContain("اقرأ أيضا");
});

it("keeps a page's prose whatever its box is called", () => {
  expect(
    extract(`<body><div class="related comments">${paragraphs(sentence, `${sentence} Again.`, `${sentence} And again.`)}</div>`).text,
  ).toContain("Again");
});

it("takes the text that the head states where the page shows none", () => {
  const body = `${sentence} `.repeat(6);
  const ld = JSON.stringify({ "@type": "NewsArticle", headline: "Gates open", articleBody: body });
  expect(
    extract(`<html><head><script type="application/ld+json">${ld}</script></head><body><div id="app"></div></body></html>`).text,
  ).toContain("several hundred people");
});

it("has an empty text for a page without one, and an error for what is no page", () => {
  expect(extract("<html><head><title>Tides</title></head><body></body></html>")).toMatchObject({
    title: "Tides",
    text: "",
    paywalled: false,
  });
  expect(extractArticle(Buffer.from("%PDF-1.7 …"), { url, contentType: null })).toMatchObject({ ok: false, error: { kind: "not-a-page" } });
});

it("never throws on broken markup", () => {
  for (const broken of [
    "<html",
    "<p><p><p",
    "<table><p>x",
    "<body><![CDATA[<p>x]]>",
    `<p ${"a".repeat(9_000)}`,
    "<article></div></div><p>x</article>",
    "<svg><p>x",
    `<html><script type="application/ld+json">{"@type":`,
  ]) {
    expect(() => extractArticle(Buffer.from(broken), { url, contentType: null })).not.toThrow();
  }
});

it("reads pages in the charset they are in, not the one they name", () => {
  const html = `<html><head><meta charset="windows-1252"><title>Fähre</title></head><body><article>${paragraphs(`Die Fähre fährt. ${sentence}`, sentence)}</article>`;
  expect(extract(Buffer.from(html, "utf8")).text).toContain("Die Fähre fährt");
  expect(extract(Buffer.from(html, "latin1")).text).toContain("Die Fähre fährt");
});

describe("boxes that are not what their names say", () => {
  it("keeps a text whose every paragraph stands in a box named like an advertisement", () => {
    const boxes = [1, 2, 3, 4, 5, 6].map((part) => `<div class="ads">${paragraphs(`${sentence} Part ${part}.`)}</div>`).join("");
    const { text } = extract(`<body><main>${boxes}</main></body>`);
    for (const part of [1, 3, 6]) expect(text).toContain(`Part ${part}.`);
  });

  it("keeps components of systems that call each of them cmp", () => {
    const boxes = [1, 2, 3].map((part) => `<div class="cmp cmp-text">${paragraphs(`${sentence} Part ${part}.`, sentence)}</div>`).join("");
    expect(extract(`<body><main>${boxes}</main></body>`).text).toContain("Part 3.");
  });

  it("drops the page's footer but not a quotation's", () => {
    const { text } = extract(
      `<body><div>${paragraphs(sentence, sentence)}<blockquote><p>${sentence}</p><footer>The harbour master, on Friday</footer></blockquote>${paragraphs(sentence)}<footer><p>Data without warranty, delayed by fifteen minutes at least.</p></footer></div></body>`,
    );
    expect(text).toContain("The harbour master");
    expect(text).not.toContain("warranty");
  });
});

it("keeps a formula once, as its source", () => {
  const formula = (tex: string) =>
    `<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>drawn</span></span></span>`;
  const { text } = extract(`<body><article>${paragraphs(`${sentence} It rose by ${formula("x^2 &lt; y")} a day.`, sentence)}</article>`);
  expect(text).toContain("It rose by $x^2 < y$ a day.");
  expect(text).not.toContain("drawn");
});

it("gives the few words of a page that has no more", () => {
  expect(extract("<html><head><title>Tides</title></head><body>High water at noon.</body></html>").text).toBe("High water at noon.");
});
