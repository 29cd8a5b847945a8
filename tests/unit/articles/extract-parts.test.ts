import { describe, expect, it } from "vitest";
import { type ExtractedArticle, extractArticle } from "@/lib/articles/extract-article";

const url = "https://www.tidewater.example/2026/article";
const sentence = "The gates of the inner harbour opened on Saturday for the first time in nine years, and several hundred people watched.";
const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join("");

function extract(body: string): ExtractedArticle {
  const extracted = extractArticle(Buffer.from(`<html><body>${body}</body></html>`), { url, contentType: "text/html" });
  if (!extracted.ok) throw new Error(extracted.error.reason);
  return extracted.value;
}

describe("parts of a text that are no prose", () => {
  it("keeps every line of a listing, whatever its lines are made of", () => {
    const lines = ["const tide = 4;", "return tide;"].map((line) => `<div class="line"><span class="token">${line}</span></div>`).join("");
    const { text } = extract(`<article>${paragraphs(sentence, sentence)}<pre class="code">${lines}</pre>${paragraphs(sentence)}</article>`);
    expect(text).toContain("const tide = 4;");
    expect(text).toContain("return tide;");
  });

  it("keeps the cells of a table of figures", () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td><div><span>${cell}</span></div></td>`).join("")}</tr>`;
    const table = `<table><tbody>${row("Year", "Ships")}${row("2024", "311")}${row("2025", "402")}</tbody></table>`;
    expect(extract(`<article>${paragraphs(sentence, sentence)}${table}${paragraphs(sentence, sentence)}</article>`).text).toMatch(
      /Year[\s\S]+2025[\s\S]+402/,
    );
  });

  it("keeps a heading above words that stand in no paragraph, and drops one above nothing", () => {
    const { text } = extract(
      `<article><div>${sentence} ${sentence}<br><br><h2>What comes next</h2>${sentence} ${sentence}<h2>Nothing</h2></div></article>`,
    );
    expect(text).toContain("What comes next");
    expect(text).not.toContain("Nothing");
  });

  it("keeps links to other sites as sources, and drops those to the site's own pages", () => {
    const link = (host: string) => `<a href="https://${host}/ports">A longer report on all ports of the coast, kept at ${host}</a>`;
    const { text } = extract(
      `<article>${paragraphs(sentence, sentence, sentence, link("archive.example"), sentence, link("m.tidewater.example"), sentence)}</article>`,
    );
    expect(text).toContain("archive.example");
    expect(text).not.toContain("m.tidewater.example");
  });

  it("keeps a link within a sentence, whatever opens when it is followed", () => {
    expect(
      extract(
        `<article>${paragraphs(sentence, `Nothing that was ever written of the old <a class="popup" href="#n">lock-keepers</a> is left. ${sentence}`)}</article>`,
      ).text,
    ).toContain("lock-keepers is left");
  });

  it("gives a formula that is drawn as a picture by its source", () => {
    expect(
      extract(`<article>${paragraphs(sentence, `It rose by <img class="latex" src="/l.php" alt="x^2"> a day. ${sentence}`)}</article>`)
        .text,
    ).toContain("It rose by $x^2$ a day.");
  });
});

describe("links within a text", () => {
  it("keeps the cells of a table that are links", () => {
    const row = (name: string, size: string) =>
      `<tr><td><div><a href="https://tidewater.example/${name}">${name}</a></div></td><td><div>${size}</div></td></tr>`;
    const table = `<table><thead><tr><th>Ship</th><th>Size</th></tr></thead><tbody>${row("Heron", "12 metres long, three masts")}${row("Plover", "9 metres long, two masts")}</tbody></table>`;
    expect(
      extract(`<article>${paragraphs(sentence, sentence, sentence)}${table}${paragraphs(sentence, sentence, sentence)}</article>`).text,
    ).toMatch(/Heron\s+12 metres[\s\S]+Plover\s+9 metres/);
  });

  it("keeps the list of links that a sentence ends in, and drops one that nothing announces", () => {
    const list = (...names: string[]) =>
      `<ul>${names.map((name) => `<li><a href="/${name}">A report on the ${name} gate</a></li>`).join("")}</ul>`;
    const { text } = extract(
      `<article>${paragraphs(sentence, sentence, "Three gates are still to be mended:")}${list("western", "eastern")}${paragraphs(sentence, sentence)}${list("upper", "lower")}${paragraphs(sentence)}</article>`,
    );
    expect(text).toContain("western gate");
    expect(text).not.toContain("upper gate");
  });

  it("keeps what a sentence says in a run of its own, whatever that is called", () => {
    const { text } = extract(
      `<article>${paragraphs(`<span class="dateline">TIDEWATER —</span> ${sentence}`, `The keeper, <span class="author-name">Mira Holt</span>, was there when it happened, and so was her dog. ${sentence}`, sentence)}</article>`,
    );
    expect(text).toContain("TIDEWATER — The gates");
    expect(text).toContain("The keeper, Mira Holt, was there");
  });

  it("drops a card, which is one link around its words", () => {
    const card = (title: string) =>
      `<div class="card"><a href="/next"><h3>${title}</h3><div>In the harbour</div>What else there was to see there, told by those who saw it.</a></div>`;
    const { text } = extract(
      `<article>${paragraphs(sentence, sentence, sentence)}${card("How the lamps were lit")}${paragraphs(sentence, sentence, sentence)}</article>`,
    );
    expect(text).not.toContain("lamps were lit");
    expect(text).not.toContain("told by those");
  });

  it("gives a listing once that a script has drawn again beside it", () => {
    const code = "const tide = gauge.read(harbour);";
    const drawn = `<div class="drawn"><div class="bar"></div><div class="lines"><div>${code}</div></div></div>`;
    const { text } = extract(
      `<article>${paragraphs(sentence, sentence)}${drawn}<pre>${code}</pre>${paragraphs(sentence, sentence)}</article>`,
    );
    expect(text.split(code)).toHaveLength(2);
  });
});

describe("boxes and lines beside a text", () => {
  it("keeps text in a box of which only the label is hidden, and no words for printers or on a form's fields", () => {
    const { text } = extract(
      `<article><div class="field field--label-hidden">${paragraphs(`${sentence} At dawn.`)}</div>${paragraphs(sentence, sentence, sentence)}<div class="u-only-print">${paragraphs("The address of this page is tidewater.example/2026/article")}</div><label>Text in this box keeps its spaces when published</label></article>`,
    );
    expect(text).toContain("At dawn.");
    expect(text).not.toContain("address of this page");
    expect(text).not.toContain("keeps its spaces");
  });

  it("drops lines that only say when the text was published, or that something did not work", () => {
    const { text } = extract(
      `<article>${paragraphs("Published November 20th, 2025 - 07:29 GMT", sentence, sentence, "We apologize, but this video has failed to load.", sentence, "12 Shares", "Remove ads", `Published in 2019, the plan said: ${sentence}`)}</article>`,
    );
    expect(text).not.toMatch(/07:29|failed to load|12 Shares|Remove ads/);
    expect(text).toContain("Published in 2019, the plan said");
  });

  it("takes in the box above the text that Readability chose as well, and no other", () => {
    const opening =
      "The summary of the harbour's year names the gates first, then the lamps, and the dredger after both of them, at some length.";
    const { text } = extract(
      `<article><div class="top">${paragraphs(`${opening} ${sentence}`)}</div><div class="text">${paragraphs(...Array.from({ length: 14 }, () => sentence))}</div></article>`,
    );
    expect(text).toContain(opening);
  });
});

describe("words on pictures", () => {
  it("joins a caption that stands apart to the picture right before it", () => {
    const article = extract(
      `<article>${paragraphs(sentence, sentence)}<p><img src="/gate.jpg" width="800" height="600"></p><p class="caption">The northern gate. Photo: Mira Holt</p>${paragraphs(sentence, sentence)}</article>`,
    );
    expect(article.text).not.toContain("northern gate");
    expect(article.html).toMatch(
      /<figure><img[^>]+gate\.jpg[^>]*>\s*<figcaption>The northern gate\. <span class="credit">Mira Holt<\/span><\/figcaption><\/figure>/,
    );
  });

  it("takes the credit from within a figure, though its name is one of the page's own boxes", () => {
    const article = extract(
      `<article><figure><img src="/gate.jpg" width="800" height="600"><figcaption><span class="meta">(Photo: Mira Holt, Tidewater)</span></figcaption></figure>${paragraphs(sentence, sentence, sentence)}</article>`,
    );
    expect(article.html).toContain('<span class="credit">Mira Holt, Tidewater</span>');
  });
});

describe("standfirsts and captions", () => {
  it("takes no standfirst from above the headline, whatever rank of heading that is", () => {
    const { text } = extract(
      `<title>Gates open after nine years</title><div class="editor-description">Change the title and the visibility of this story as needed</div><div><h3>Gates open after nine years</h3>${paragraphs(sentence, sentence, sentence)}</div>`,
    );
    expect(text).not.toContain("visibility of this story");
  });

  it("shows no file's name for a caption", () => {
    const { html } = extract(
      `<article><figure><img src="/gate.jpg" width="800" height="600"><figcaption>WEB18-Gate-1160x768.jpg</figcaption></figure>${paragraphs(sentence, sentence, sentence)}</article>`,
    );
    expect(html).not.toContain("1160x768");
  });
});

describe("pages that are heavy or not what they seem", () => {
  it("takes no markup within a script for the page's own", () => {
    const script = `<script>var templates = "${"<div><p>".repeat(12_000)}shown by script";</script>`;
    const { text } = extract(`${script}<article>${paragraphs(sentence, sentence, `${sentence} At last.`)}</article>`);
    expect(text).toContain("At last.");
    expect(text).not.toContain("shown by script");
  });

  it("keeps the words of what nests too deep", () => {
    expect(extract(`<article>${"<div>".repeat(2_000)}${paragraphs(sentence, sentence)}`).text).toContain("several hundred people");
  });

  it("reads the text and not the long words about consent for those without scripts", () => {
    const consent = `<noscript><div><p>${"We and our partners store cookies and similar data, for which we ask. ".repeat(12)}</p></div></noscript>`;
    const { text } = extract(
      `${consent}<div class="article_body">${paragraphs(sentence, sentence, sentence, sentence, sentence, sentence, sentence, sentence)}</div>`,
    );
    expect(text).toContain("inner harbour");
    expect(text).not.toContain("cookies");
  });

  it("finds a message that its page states, in a box that is called a comment", () => {
    const message = paragraphs(sentence, `${sentence} It rained.`);
    const stated = JSON.stringify({ "@type": "SocialMediaPosting", headline: "Gates", text: `${sentence} ${sentence} It rained.` });
    const { text } = extract(
      `<script type="application/ld+json">${stated}</script><main><div class="feedCommentBody">${message}</div><p>Sign in to follow those whose messages you like to read.</p></main>`,
    );
    expect(text).toContain("It rained.");
  });
});
