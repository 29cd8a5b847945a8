import { expect, it } from "vitest";
import { entryToArticle } from "@/lib/articles/entry-to-article";
import { findSharedKeys } from "@/lib/articles/shared-keys";
import { makeDraft, makeEntry, makeFeed, seenAt, words } from "./make-draft";

it("cuts the lead-in and puts the partner's wall before the rest", () => {
  const draft = makeDraft(makeEntry({ paragraphs: [words(50), words(50), words(400)] }));
  expect(draft.access).toBe("paid");
  expect(draft.body).not.toBeNull();
  expect(draft.leadIn.split("\n\n").join(" ").split(" ").length).toBeLessThanOrEqual(90);
  expect(draft.wordCount).toBe(500);
});

it("drops the text of a title we may only show headline and summary of", () => {
  const feed = makeFeed();
  const entry = makeEntry({ paragraphs: [words(300)], summaryText: "The harbour opened at noon." });
  const picture = { url: "https://paper.example/a.jpg", width: null, height: null, caption: "", credit: "", alt: "" };
  const draft = makeDraft({ ...entry, images: [picture] }, { ...feed, publisher: { ...feed.publisher, licence: "headline" } });
  expect(draft).toMatchObject({ body: null, access: "open", pictures: [], bodyMedia: [] });
  expect(draft.leadIn).toBe("The harbour opened at noon.");
});

it("takes the summary for lead-in where the feed has no text", () => {
  const draft = makeDraft(makeEntry({ summaryText: "The harbour opened at noon." }));
  expect(draft).toMatchObject({
    body: null,
    access: "open",
    standfirst: "The harbour opened at noon.",
    leadIn: "The harbour opened at noon.",
  });
});

it("takes the opening of the text for a missing headline, and drops what has neither", () => {
  expect(makeDraft(makeEntry({ title: " ", summaryText: "Harbour opens. More follows." })).headline).toBe("Harbour opens. More follows.");
  const empty = makeEntry({ title: "", summaryText: "" });
  const context = {
    feed: makeFeed(),
    homeUrl: "https://paper.example/",
    sharedKeys: findSharedKeys([empty], "https://paper.example/"),
    bodyMedia: new Map<string, string>(),
    firstSeenAt: seenAt,
  };
  expect(entryToArticle(empty, context)).toBeNull();
});

it("joins several authors the way the language does", () => {
  const authors = [
    { name: "Ada Byre", role: null },
    { name: "Bo Carr", role: null },
  ];
  expect(makeDraft(makeEntry({ authors })).byline).toBe("Ada Byre and Bo Carr");
  expect(makeDraft(makeEntry({ authors }), makeFeed({ language: "fr" })).byline).toBe("Ada Byre et Bo Carr");
});

it("says updated only for an update a minute or more after publication", () => {
  const publishedAt = new Date("2026-11-20T10:00:00Z");
  expect(makeDraft(makeEntry({ publishedAt, updatedAt: new Date("2026-11-20T10:00:30Z") })).updatedAt).toBeNull();
  expect(makeDraft(makeEntry({ publishedAt, updatedAt: new Date("2026-11-20T11:00:00Z") })).updatedAt).toEqual(
    new Date("2026-11-20T11:00:00Z"),
  );
});

it("sets Arabic from right to left", () => {
  expect(makeDraft(makeEntry(), makeFeed({ language: "ar" })).direction).toBe("rtl");
});

it("registers each picture once, in order, and those that only the text shows", () => {
  const image = (url: string) => ({ url, width: null, height: null, caption: "", credit: "", alt: "" });
  const images = [image("https://paper.example/a.jpg"), image("https://paper.example/b.jpg"), image("https://paper.example/a.jpg")];
  const draft = makeDraft(makeEntry({ images }));
  expect(draft.pictures.map((picture) => picture.sourceUrl)).toEqual(["https://paper.example/a.jpg", "https://paper.example/b.jpg"]);
});

it("asks for the page's text where the contract lets us and the feed gives only a summary", () => {
  const feed = makeFeed();
  const contracted = makeFeed({ publisher: { ...feed.publisher, fullText: true } });
  const summary = makeEntry({ summaryText: "The harbour opened at noon." });
  expect(makeDraft(summary, contracted)).toMatchObject({ wantsFullText: true, body: null });
  expect(makeDraft(makeEntry({ paragraphs: [words(30)] }), contracted)).toMatchObject({ wantsFullText: true, body: null });
  expect(makeDraft(makeEntry({ paragraphs: [words(60), words(200)] }), contracted).wantsFullText).toBe(false);
  expect(makeDraft(summary, feed).wantsFullText).toBe(false);
  const headlineOnly = makeFeed({ publisher: { ...feed.publisher, fullText: true, licence: "headline" } });
  expect(makeDraft(summary, headlineOnly).wantsFullText).toBe(false);
});

it("takes a publication date at its word only where it can be believed", () => {
  const statedAt = (publishedAt: Date | null) => makeDraft(makeEntry({ publishedAt })).statedAt;
  const noon = new Date("2026-11-20T11:00:00Z");
  expect(statedAt(noon)).toEqual(noon);
  expect([statedAt(null), statedAt(new Date("2026-11-21T11:00:00Z")), statedAt(new Date(0))]).toEqual([null, null, null]);
});
