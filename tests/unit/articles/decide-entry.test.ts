import { expect, it } from "vitest";
import type { ArticleDraft } from "@/lib/articles/article-draft";
import { decideEntries, type KnownArticle } from "@/lib/articles/decide-entry";
import { makeDraft, makeEntry, makeFeed, words } from "./make-draft";

const text = [words(60), words(200)];
const draftOf = (changes: Parameters<typeof makeEntry>[0] = {}) => makeDraft(makeEntry({ paragraphs: text, ...changes }));

const knownAs = (draft: ArticleDraft, changes: Partial<KnownArticle> = {}): KnownArticle => ({
  id: 7,
  guidHash: draft.guidHash,
  urlHash: draft.urlHash,
  contentHash: draft.contentHash,
  headline: draft.headline,
  standfirst: draft.standfirst,
  section: draft.section,
  sectionBy: draft.sectionBy,
  hasBody: draft.body !== null,
  hasPictures: false,
  isWithdrawn: false,
  publishedAt: draft.publishedAt,
  updatedAt: draft.updatedAt,
  redatedAt: null,
  revisionCount: 0,
  pastHashes: [],
  ...changes,
});

const decide = (drafts: ArticleDraft[], known: KnownArticle[] = []) =>
  decideEntries(drafts, {
    byGuid: new Map(known.map((article) => [article.guidHash, article])),
    byUrl: new Map(known.map((article) => [article.urlHash, article])),
  });

it("takes an entry nobody knows for new", () => {
  const draft = draftOf();
  expect(decide([draft])).toEqual([{ kind: "new", draft }]);
});

it("takes a second copy within a batch for a duplicate, by guid or by address", () => {
  const kinds = decide([draftOf(), draftOf({ url: "https://paper.example/other" }), draftOf({ guid: "guid-2" })]).map(({ kind }) => kind);
  expect(kinds).toEqual(["new", "duplicate", "duplicate"]);
});

it("leaves an entry that says the same alone", () => {
  const draft = draftOf();
  expect(decide([draft], [knownAs(draft)])[0]).toMatchObject({ kind: "unchanged", refiled: null, addsPictures: false });
});

it("knows an article by its address when its guid has changed", () => {
  const draft = draftOf();
  expect(decide([draftOf({ guid: "guid-after-a-move" })], [knownAs(draft)])[0]).toMatchObject({ kind: "unchanged" });
});

it("calls other words a material revision and other quotation marks a minor one", () => {
  const draft = draftOf({ title: "Harbour's gate opens" });
  const known = [knownAs(draft)];
  expect(decide([draftOf({ title: "Harbour’s gate opens" })], known)[0]).toMatchObject({ kind: "revised", change: "minor" });
  expect(decide([draftOf({ title: "Harbour's gate stays shut" })], known)[0]).toMatchObject({ kind: "revised", change: "material" });
});

it("does not swing between two feeds' versions of an article", () => {
  const [first, second] = [draftOf(), draftOf({ title: "Another desk's headline" })];
  const known = knownAs(second, { pastHashes: [first.contentHash], revisionCount: 1 });
  expect(decide([first], [known])[0]).toMatchObject({ kind: "unchanged" });
});

it("lets a version without text change nothing while we hold the text, unless it is newer", () => {
  const known = [knownAs(draftOf())];
  const headlineOnly = { paragraphs: [], title: "Short form", summaryText: "Summary." };
  expect(decide([draftOf(headlineOnly)], known)[0]).toMatchObject({ kind: "unchanged" });
  const newer = draftOf({ ...headlineOnly, updatedAt: new Date("2026-11-20T11:30:00Z") });
  expect(decide([newer], known)[0]).toMatchObject({ kind: "revised" });
});

it("files an article that a general feed left in World under the section its own feed states", () => {
  const entry = makeEntry({ paragraphs: text });
  const known = knownAs(makeDraft(entry));
  const stated = makeDraft(entry, makeFeed({ section: "business" }));
  expect(decide([stated], [known])[0]).toMatchObject({ kind: "unchanged", refiled: { section: "business", by: "publisher" } });
  expect(decide([stated], [{ ...known, section: "science", sectionBy: "publisher" }])[0]).toMatchObject({ refiled: null });
});

it("files a corrected article better too", () => {
  const known = knownAs(makeDraft(makeEntry({ paragraphs: text })));
  const corrected = makeDraft(makeEntry({ paragraphs: text, title: "Harbour shuts after nine years" }), makeFeed({ section: "business" }));
  expect(decide([corrected], [known])[0]).toMatchObject({ kind: "revised", refiled: { section: "business" } });
});

it("stores another publication date, and calls it no change of words", () => {
  const draft = draftOf({ publishedAt: new Date("2026-11-20T11:00:00Z") });
  const dates = { redatedAt: draft.publishedAt, updatedAt: draft.publishedAt };
  expect(decide([draft], [knownAs(draftOf())])[0]).toMatchObject({ kind: "unchanged", dates });
});

it("goes back to an earlier version that comes with a newer date", () => {
  const known = knownAs(draftOf({ title: "The second headline" }), { pastHashes: [draftOf().contentHash], revisionCount: 1 });
  expect(decide([draftOf({ publishedAt: new Date("2026-11-20T11:00:00Z") })], [known])[0]).toMatchObject({ kind: "revised" });
});

it("believes no dates of a feed that gives all its entries new ones at once", () => {
  const entryOf = (n: number, hour: number) =>
    draftOf({
      guid: `guid-${n}`,
      url: `https://paper.example/${n}`,
      title: `Report ${n}`,
      publishedAt: new Date(Date.UTC(2026, 10, 20, hour)),
    });
  const before = [1, 2, 3, 4].map((n) => knownAs(entryOf(n, 8), { id: n }));
  const after = [1, 2, 3, 4].map((n) => entryOf(n, 11));
  expect(decide(after, before).map((decision) => decision.kind === "unchanged" && decision.dates)).toEqual([null, null, null, null]);
});

it("takes the newest of two versions in one answer", () => {
  const [older, newer] = [draftOf(), draftOf({ title: "Corrected headline", updatedAt: new Date("2026-11-20T11:30:00Z") })];
  expect(decide([older, newer])).toEqual([{ kind: "duplicate" }, { kind: "new", draft: newer }]);
});

const ticker = { url: "https://paper.example/live", paragraphs: [], summaryText: "" };

it("stores what a ticker shows next beside what it showed before, each under its own key", () => {
  const first = draftOf({ ...ticker, guid: "tick-1", title: "Ferry from Ansel delayed", publishedAt: new Date("2026-11-20T09:00:00Z") });
  const second = draftOf({ ...ticker, guid: "tick-2", title: "Mayor opens swimming pool", publishedAt: new Date("2026-11-20T10:00:00Z") });
  const [decision] = decide([second], [knownAs(first)]);
  expect(decision).toMatchObject({ kind: "new", draft: { guidHash: second.guidHash } });
  expect(decision?.kind === "new" && decision.draft.urlHash).not.toBe(first.urlHash);
});

it("knows an article by its address though guid and headline changed at once", () => {
  const first = draftOf({ ...ticker, guid: "old-1", title: "Ferry from Ansel delayed", publishedAt: new Date("2026-11-20T09:00:00Z") });
  const second = draftOf({ ...ticker, guid: "new-1", title: "Ansel ferry sails at last", publishedAt: new Date("2026-11-20T10:00:00Z") });
  expect(decide([second], [knownAs(first)])[0]).toMatchObject({ kind: "revised" });
});

it("does not take a count for a name", () => {
  const first = draftOf({
    guid: "1",
    url: "https://paper.example/ferry",
    title: "Ferry delayed",
    publishedAt: new Date("2026-11-20T09:00:00Z"),
  });
  const next = draftOf({
    guid: "1",
    url: "https://paper.example/pool",
    title: "Mayor opens pool",
    publishedAt: new Date("2026-11-20T10:00:00Z"),
  });
  const moved = draftOf({
    guid: "1",
    url: "https://paper.example/ferry-2",
    title: "Ferry delayed",
    publishedAt: new Date("2026-11-20T10:00:00Z"),
  });
  expect(decide([next], [knownAs(first)])[0]).toMatchObject({ kind: "new" });
  expect(decide([moved], [knownAs(first)])[0]).toMatchObject({ kind: "unchanged" });
});
