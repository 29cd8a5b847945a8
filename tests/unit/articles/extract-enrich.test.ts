import { expect, it } from "vitest";
import { enrichArticle, type ThinArticle } from "@/lib/articles/enrich-article";
import { extractArticle } from "@/lib/articles/extract-article";

const article: ThinArticle = {
  headline: "Harbour gates reopen after nine years",
  standfirst: "Ferries return to the inner basin on Monday.",
  leadIn: "Ferries return to the inner basin on Monday.",
  language: "en",
  licence: "partner",
  wall: "paid",
  lead: null,
};
const sentence = "The gates of the inner harbour opened on Saturday for the first time in nine years, and several hundred people watched. ";

function read(title: string, body: string) {
  const html = `<html><head><meta property="og:image" content="/gates.jpg"></head><body><article><h1>${title}</h1>${body}</article></body></html>`;
  const extracted = extractArticle(Buffer.from(html), { url: "https://tidewater.example/a", contentType: null });
  if (!extracted.ok) throw new Error("no page");
  return extracted.value;
}
const full = `<p>${sentence.repeat(4)}</p><p>${sentence.repeat(4)}</p><p>${sentence.repeat(4)}</p><p>${sentence.repeat(8)}</p>`;

it("keeps a page's text behind the publisher's wall, with its lead picture and a lead-in", () => {
  const enriched = enrichArticle(article, read("Harbour gates reopen after nine years", full));
  expect(enriched).toMatchObject({ ok: true, value: { access: "paid", pictures: [{ sourceUrl: "https://tidewater.example/gates.jpg" }] } });
  if (enriched.ok) expect(enriched.value.wordCount).toBeGreaterThan(300);
});

it("adds no picture where the feed gave one", () => {
  const enriched = enrichArticle(
    { ...article, lead: { hash: "0".repeat(32), caption: "" } },
    read("Harbour gates reopen after nine years", full),
  );
  expect(enriched).toMatchObject({ ok: true, value: { pictures: [] } });
});

it("leaves alone a walled page, the page of something else, and a page that says no more than the feed", () => {
  const page = read("Harbour gates reopen after nine years", full);
  expect(enrichArticle(article, { ...page, paywalled: true })).toEqual({ ok: false, error: "paywalled" });
  const other = read(
    "Welcome to our front page",
    "<p>Choose a region to see the weather of the week and the best offers of our partners in your town.</p>",
  );
  expect(enrichArticle(article, other)).toEqual({ ok: false, error: "another page" });
  const thin = read("Harbour gates reopen after nine years", "<p>Ferries return to the inner basin on Monday.</p>");
  expect(enrichArticle(article, thin)).toEqual({ ok: false, error: "no text" });
});
