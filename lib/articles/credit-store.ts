import { type Sql, storableText, toJsonRows } from "@/lib/platform/sql";
import type { ArticleDraft } from "./article-draft";
import { makeAuthorSlug } from "./make-slug";

/** A draft and the article it became. */
export type StoredDraft = { id: number; draft: ArticleDraft };

/** Credits the authors of these articles, making those who are new. Authors of an article already credited stay. */
export async function creditAuthors(stored: readonly StoredDraft[], conn: Sql): Promise<void> {
  const slugOf = new Map(stored.flatMap(({ draft }) => draft.authors.map(({ name }) => [name, makeAuthorSlug(name)] as const)));
  if (slugOf.size === 0) return;
  const nameOf = new Map([...slugOf].map(([name, slug]) => [slug, name]));
  const idOf = await ensureAuthors(nameOf, conn);
  const credits = stored.flatMap(({ id, draft }) =>
    draft.authors.flatMap(({ name, role }, position) => {
      const authorId = idOf.get(slugOf.get(name) ?? "");
      return authorId ? [{ articleId: id, authorId, position, role, publishedAt: draft.publishedAt }] : [];
    }),
  );
  // Almost all numbers: nothing to quote here, and read faster there than rows of JSON.
  await conn.query(
    `/* keep credits */ INSERT INTO article_author (article_id, author_id, position, role, published_at)
     SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::text[], $5::timestamptz[]) ON CONFLICT DO NOTHING`,
    [
      credits.map((credit) => credit.articleId),
      credits.map((credit) => credit.authorId),
      credits.map((credit) => credit.position),
      credits.map(({ role }) => role && storableText(role)),
      credits.map((credit) => credit.publishedAt),
    ],
  );
}

/** The authors' ids by slug. Most are known: those are only read, since even a refused insert costs a row lock and a number. */
async function ensureAuthors(nameOf: ReadonlyMap<string, string>, conn: Sql): Promise<Map<string, number>> {
  const known = await selectAuthors([...nameOf.keys()], conn);
  const missing = [...nameOf].filter(([slug]) => !known.has(slug)).map(([slug, name]) => ({ slug, name }));
  if (missing.length === 0) return known;
  // Sorted, so that two publishers' transactions take the rows in one order and cannot deadlock.
  missing.sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const { rows } = await conn.query<AuthorKey>(
    `/* keep new authors */ INSERT INTO author (slug, name)
     SELECT slug, name FROM json_to_recordset($1::json) AS r(slug text, name text) ON CONFLICT DO NOTHING RETURNING id, slug`,
    [toJsonRows(missing)],
  );
  const made = idBySlug(rows);
  // Somebody else made them meanwhile.
  const others = missing.flatMap(({ slug }) => (made.has(slug) ? [] : [slug]));
  return new Map([...known, ...made, ...(await selectAuthors(others, conn))]);
}

async function selectAuthors(slugs: readonly string[], conn: Sql): Promise<Map<string, number>> {
  if (slugs.length === 0) return new Map();
  const { rows } = await conn.query<AuthorKey>("/* keep authors */ SELECT id, slug FROM author WHERE slug = ANY($1::text[])", [slugs]);
  return idBySlug(rows);
}

type AuthorKey = { id: number; slug: string };

const idBySlug = (authors: readonly AuthorKey[]): Map<string, number> => new Map(authors.map(({ id, slug }) => [slug, id]));
