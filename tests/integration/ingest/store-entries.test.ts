import { afterAll, expect, it } from "vitest";
import type { ArticleDraft } from "@/lib/articles/article-draft";
import { findArticleBySlug } from "@/lib/articles/article-store";
import { readBody } from "@/lib/articles/body-store";
import { listAuthorCards, listLatestCards, listPublisherCards } from "@/lib/articles/card-store";
import { type StoreCounts, storeEntries } from "@/lib/articles/store";
import { mayRead } from "@/lib/entitlements/may-read";
import { inSqlTransaction } from "@/lib/platform/sql";
import { accountViewer, readableArticle } from "../../support/account-viewer";
import { createTestDatabase } from "../../support/test-database";
import { makeDraft, makeEntry, makeFeed, seenAt, words } from "../../unit/articles/make-draft";
import { storePublisher } from "./store-publisher";

const { db, close } = await createTestDatabase();
afterAll(close);

const options = { now: seenAt, sanitizerVersion: 1 };
const store = async (publisherId: number, drafts: ArticleDraft[]): Promise<StoreCounts | undefined> => {
  const [counts] = await inSqlTransaction((conn) => storeEntries([{ publisherId, drafts }], options, conn));
  return counts;
};

const draftOf = (publisherId: number, changes: Parameters<typeof makeEntry>[0] = {}): ArticleDraft =>
  makeDraft(makeEntry({ paragraphs: [words(60), words(200)], ...changes }), makeFeed({ publisherId }));

it("changes nothing when the same feed is stored again", async () => {
  const publisherId = await storePublisher(db, "twice");
  const drafts = [1, 2, 3].map((n) =>
    draftOf(publisherId, { guid: `t${n}`, url: `https://twice.example/${n}`, title: `Entry ${n} of three` }),
  );
  expect(await store(publisherId, drafts)).toMatchObject({ created: 3, revised: 0, unchanged: 0 });
  expect(await store(publisherId, drafts)).toMatchObject({ created: 0, revised: 0, unchanged: 3, ids: [] });
  expect(await db.revision.count({ where: { article: { publisherId } } })).toBe(0);
});

it("makes one article of an entry that two feeds of a publisher carry at the same moment", async () => {
  const publisherId = await storePublisher(db, "two-feeds");
  const drafts = Array.from({ length: 20 }, (_, n) =>
    draftOf(publisherId, { guid: `c${n}`, url: `https://two.example/${n}`, title: `Told at once ${n}` }),
  );
  const counts = await Promise.all([store(publisherId, drafts), store(publisherId, drafts.toReversed()), store(publisherId, drafts)]);
  expect(counts.reduce((sum, each) => sum + (each?.created ?? 0), 0)).toBe(20);
  expect(await db.article.count({ where: { publisherId } })).toBe(20);
});

it("never lets another publisher's feed touch an article whose address it claims", async () => {
  const [owner, claimant] = [await storePublisher(db, "owner"), await storePublisher(db, "claimant")];
  const url = "https://owner.example/scoop";
  await store(owner, [draftOf(owner, { guid: "scoop", url, title: "The owner's scoop" })]);
  await store(claimant, [draftOf(claimant, { guid: "scoop", url, title: "The claimant's forgery" })]);
  const [own] = (await listPublisherCards("owner", { take: 5 }, db)).rows;
  expect(own?.headline).toBe("The owner's scoop");
  expect((await listPublisherCards("claimant", { take: 5 }, db)).rows).toHaveLength(1);
});

it("keeps a revision of what a correction replaced, and the slug", async () => {
  const publisherId = await storePublisher(db, "corrected");
  const entry = { guid: "k", url: "https://corrected.example/k" };
  await store(publisherId, [draftOf(publisherId, { ...entry, title: "Nine rescued from ferry" })]);
  const before = await db.article.findFirstOrThrow({ where: { publisherId } });
  const corrected = draftOf(publisherId, { ...entry, title: "Eleven rescued from ferry", paragraphs: [words(60), words(220)] });
  expect(await store(publisherId, [corrected])).toMatchObject({ created: 0, revised: 1 });
  const after = await db.article.findFirstOrThrow({ where: { publisherId }, include: { revisions: true } });
  expect(after).toMatchObject({ slug: before.slug, headline: "Eleven rescued from ferry", revisionCount: 1, updatedAt: seenAt });
  expect(after.revisions).toMatchObject([
    { number: 1, kind: "material", headline: "Nine rescued from ferry", contentHash: before.contentHash },
  ]);
});

it("gives two articles under one headline two slugs", async () => {
  const [one, other] = [await storePublisher(db, "slug-one"), await storePublisher(db, "slug-other")];
  const title = "Exactly the same wire headline";
  await Promise.all([
    store(one, [draftOf(one, { guid: "s1", url: "https://one.example/1", title })]),
    store(other, [
      draftOf(other, { guid: "s1", url: "https://other.example/1", title }),
      draftOf(other, { guid: "s2", url: "https://other.example/2", title }),
    ]),
  ]);
  const slugs = await db.article.findMany({ where: { headline: title }, select: { slug: true } });
  expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(3);
});

it("stores authors, pictures and text, and hands the text out against a grant only", async () => {
  const publisherId = await storePublisher(db, "whole");
  const image = { url: "https://whole.example/a.jpg", width: 800, height: 600, caption: "The quay", credit: "A. Byre", alt: "A quay" };
  const authors = [
    { name: "Ada Byre", role: "in Port Ansel" },
    { name: "Bo Carr", role: null },
  ];
  await store(publisherId, [
    draftOf(publisherId, { guid: "w", url: "https://whole.example/w", title: "A whole article", authors, images: [image] }),
  ]);
  const facts = await findArticleBySlug("a-whole-article", db);
  expect(facts).toMatchObject({
    authors: [
      { slug: "ada-byre", name: "Ada Byre", role: "in Port Ansel" },
      { slug: "bo-carr", name: "Bo Carr", role: null },
    ],
    pictures: [{ caption: "The quay", credit: "A. Byre", alt: "A quay" }],
    hasBody: true,
    card: { policy: { access: "paid" }, byline: "Ada Byre and Bo Carr", picture: { caption: "The quay" } },
  });
  expect(facts?.leadIn.length).toBeGreaterThan(0);
  expect((await listAuthorCards("bo-carr", { take: 5 }, db)).rows).toHaveLength(1);
  const decision = mayRead(accountViewer({ role: "editor" }), readableArticle({ id: facts?.card.id ?? 0 }), seenAt);
  expect(decision.granted && (await readBody(decision.grant, db))).toContain("<p>The tide came in");
});

it("pages through every card once, newest first", async () => {
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await listLatestCards({ take: 7, cursor, language: "en" }, db);
    seen.push(...page.rows.map((row) => row.id));
    cursor = page.olderCursor;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(await db.article.count());
});
