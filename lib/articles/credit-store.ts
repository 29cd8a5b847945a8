import type { Tx } from "@/lib/platform/db";
import type { ArticleDraft } from "./article-draft";
import { makeAuthorSlug } from "./make-slug";

/** A draft and the article it became. */
export type StoredDraft = { id: number; draft: ArticleDraft };

/** Credits the authors of these articles, making those who are new. Authors of an article already credited stay. */
export async function creditAuthors(stored: readonly StoredDraft[], tx: Tx): Promise<void> {
  const names = new Map(stored.flatMap(({ draft }) => draft.authors.map(({ name }) => [makeAuthorSlug(name), name] as const)));
  if (names.size === 0) return;
  const slugs = [...names.keys()].sort();
  // Sorted, so that two publishers' transactions take the rows in one order and cannot deadlock.
  await tx.author.createMany({ data: slugs.map((slug) => ({ slug, name: names.get(slug) ?? slug })), skipDuplicates: true });
  const authors = await tx.author.findMany({ where: { slug: { in: slugs } }, select: { id: true, slug: true } });
  const idOf = new Map(authors.map((author) => [author.slug, author.id]));
  const credits = stored.flatMap(({ id, draft }) =>
    draft.authors.flatMap((author, position) => {
      const authorId = idOf.get(makeAuthorSlug(author.name));
      return authorId ? [{ articleId: id, authorId, position, role: author.role, publishedAt: draft.publishedAt }] : [];
    }),
  );
  await tx.articleAuthor.createMany({ data: credits, skipDuplicates: true });
}
