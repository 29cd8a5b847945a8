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
  hasBody: draft.html !== null,
  hasPictures: false,
  publishedAt: draft.publishedAt,
  updatedAt: draft.updatedAt,
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
  expect(decide([draftOf()])).toEqual([{ kind: "new" }]);
});

it("takes a second copy within a batch for a duplicate, by guid or by address", () => {
  const kinds = decide([draftOf(), draftOf({ url: "https://paper.example/other" }), draftOf({ guid: "guid-2" })]).map(({ kind }) => kind);
  expect(kinds).toEqual(["new", "duplicate", "duplicate"]);
});

it("leaves an entry that says the same alone", () => {
  const draft = draftOf();
  expect(decide([draft], [knownAs(draft)])[0]).toMatchObject({ kind: "unchanged", section: null, addsPictures: false });
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
  expect(decide([stated], [known])[0]).toMatchObject({ kind: "unchanged", section: "business" });
  expect(decide([stated], [{ ...known, section: "science" }])[0]).toMatchObject({ section: null });
});
