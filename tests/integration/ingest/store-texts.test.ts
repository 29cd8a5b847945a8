import { afterAll, expect, it } from "vitest";
import { insertBodies } from "@/lib/articles/body-store";
import { creditAuthors } from "@/lib/articles/credit-store";
import { storeEntries } from "@/lib/articles/store";
import { encodeSafeHtml, type SafeHtml } from "@/lib/core/safe-html";
import { inSqlTransaction } from "@/lib/platform/sql";
import { createTestDatabase } from "../../support/test-database";
import { makeDraft, makeEntry, makeFeed, seenAt } from "../../unit/articles/make-draft";
import { storePublisher } from "./store-publisher";

const { db, close } = await createTestDatabase();
afterAll(close);

const texts = [
  "<p>Plain.</p>",
  `<p>${"Zürich und Łódź. ".repeat(300)}</p>`,
  "<p>القاهرة 東京 😀</p>",
  null,
  "",
  `<p>${"x".repeat(20_000)}</p>`,
] as (SafeHtml | null)[];

it("stores many texts by one statement, each whole, and replaces them", async () => {
  const publisherId = await storePublisher(db, "texts");
  const drafts = texts.map((_, at) =>
    makeDraft(makeEntry({ guid: `x${at}`, url: `https://texts.example/${at}`, title: `Text ${at}` }), makeFeed({ publisherId })),
  );
  const [counts] = await inSqlTransaction((conn) => storeEntries([{ publisherId, drafts }], { now: seenAt, sanitizerVersion: 1 }, conn));
  const ids = counts?.createdIds ?? [];
  const put = (bodies: readonly (SafeHtml | null)[], version: number) => {
    const stored = ids.map((id, at) => ({ id, draft: { body: bodies[at] == null ? null : encodeSafeHtml(bodies[at]) } }));
    return inSqlTransaction((conn) => insertBodies(stored, version, conn));
  };
  const kept = async () => {
    const rows = await db.articleBody.findMany({ where: { articleId: { in: ids } } });
    return ids.map((id) => rows.find((row) => row.articleId === id)?.html ?? null);
  };
  await put(texts, 1);
  expect(await kept()).toEqual(texts);
  await put(texts.toReversed(), 2);
  expect(await kept()).toEqual(texts.toReversed().map((text, at) => text ?? texts[at]));
  expect(await db.articleBody.count({ where: { articleId: { in: ids }, sanitizerVersion: 2 } })).toBe(5);
});

it("drops NUL and mends halves of surrogate pairs, which Postgres refuses", async () => {
  const article = await db.article.findFirstOrThrow();
  const body = encodeSafeHtml("<p>a\u0000b \ud83d c</p>" as SafeHtml);
  await inSqlTransaction((conn) => insertBodies([{ id: article.id, draft: { body } }], 1, conn));
  expect((await db.articleBody.findUniqueOrThrow({ where: { articleId: article.id } })).html).toBe("<p>ab \ufffd c</p>");
});

it("credits an author whose role Postgres would refuse as it is written", async () => {
  const { id } = await db.article.findFirstOrThrow();
  const authors = [
    { name: "Ann Lee", role: "chief\u0000 edi\ud83dtor" },
    { name: "Bo Ek", role: null },
  ];
  const draft = { ...makeDraft(makeEntry()), authors };
  await inSqlTransaction((conn) => creditAuthors([{ id, draft }], conn));
  const credits = await db.articleAuthor.findMany({
    where: { articleId: id, author: { name: { in: ["Ann Lee", "Bo Ek"] } } },
    orderBy: { position: "asc" },
  });
  expect(credits.map(({ role }) => role)).toEqual(["chief edi\ufffdtor", null]);
});

it("credits an author whom somebody else is making at the same moment", async () => {
  const { id } = await db.article.findFirstOrThrow();
  const authors = ["Cy Dow", "Di Elm"].map((name) => ({ name, role: null }));
  const draft = { ...makeDraft(makeEntry()), authors };
  const waiting = async () => {
    const [locks] = await db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()`;
    return Number(locks?.count);
  };
  const { crediting } = await inSqlTransaction(async (conn) => {
    await conn.query("INSERT INTO author (slug, name) VALUES ('cy-dow', 'Cy Dow')");
    const begun = inSqlTransaction((other) => creditAuthors([{ id, draft }], other));
    await expect.poll(waiting).toBe(1);
    return { crediting: begun };
  });
  await crediting;
  expect(await db.articleAuthor.count({ where: { articleId: id, author: { slug: { in: ["cy-dow", "di-elm"] } } } })).toBe(2);
});

it("keeps a text of up to 8 kB in its row and a longer one apart", async () => {
  const [short, long] = await db.article.findMany({ select: { id: true }, orderBy: { id: "asc" }, take: 2 });
  if (!short || !long) throw new Error("two articles are stored");
  const bodyOf = (characters: number) => ({ body: encodeSafeHtml(`<p>${"a".repeat(characters)}</p>` as SafeHtml) });
  const apart = async () => {
    const [size] = await db.$queryRaw<{ bytes: bigint }[]>`
      SELECT pg_relation_size(reltoastrelid) AS bytes FROM pg_class WHERE oid = 'article_body'::regclass`;
    return Number(size?.bytes);
  };
  const before = await apart();
  await inSqlTransaction((conn) => insertBodies([{ id: short.id, draft: bodyOf(7_900) }], 1, conn));
  expect(await apart()).toBe(before);
  await inSqlTransaction((conn) => insertBodies([{ id: long.id, draft: bodyOf(20_000) }], 1, conn));
  expect(await apart()).toBeGreaterThan(before);
  expect((await db.articleBody.findUniqueOrThrow({ where: { articleId: long.id } })).html).toHaveLength(20_007);
});

it("keeps texts as they are, uncompressed, and the plans of the statements that store a set", async () => {
  const [column] = await db.$queryRaw<{ storage: string }[]>`
    SELECT attstorage::text AS storage FROM pg_attribute WHERE attrelid = 'article_body'::regclass AND attname = 'html'`;
  expect(column?.storage).toBe("e");
  const names = await inSqlTransaction(async (conn) => {
    await storeEntries([{ publisherId: 1, drafts: [] }], { now: seenAt, sanitizerVersion: 1 }, conn);
    const { rows } = await conn.query<{ name: string }>("SELECT name FROM pg_prepared_statements");
    return rows.map(({ name }) => name);
  });
  expect(names).toContain("publisher locks");
});
