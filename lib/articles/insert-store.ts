import type { Tx } from "@/lib/platform/db";
import type { ArticleDraft } from "./article-draft";
import { writeBodies } from "./body-store";
import { creditAuthors, type StoredDraft } from "./credit-store";
import { attachPictures } from "./picture-store";

/**
 * Stores drafts as new articles with their authors, pictures and texts.
 *
 * @returns those stored; one whose keys someone else stored meanwhile is left out
 */
export async function insertArticles(
  drafts: readonly ArticleDraft[],
  options: { now: Date; sanitizerVersion: number },
  tx: Tx,
): Promise<StoredDraft[]> {
  if (drafts.length === 0) return [];
  const taken = await findTakenSlugs(drafts, tx);
  const first = await insertRows(
    drafts.map((draft) => withSlug(draft, chooseSlug(draft, taken))),
    options.now,
    tx,
  );
  const missed = drafts.filter((draft) => !first.has(draft.guidHash));
  // Another publisher took the slug between our look and our insert: the hashed one is ours alone.
  const second = await insertRows(
    missed.map((draft) => withSlug(draft, draft.slug.unique)),
    options.now,
    tx,
  );
  const stored = drafts.flatMap((draft) => {
    const id = first.get(draft.guidHash) ?? second.get(draft.guidHash);
    return id === undefined ? [] : [{ id, draft }];
  });
  await creditAuthors(stored, tx);
  await attachPictures(stored, tx);
  await writeBodies(
    stored.flatMap(({ id, draft }) =>
      draft.html === null ? [] : [{ articleId: id, html: draft.html, sanitizerVersion: options.sanitizerVersion }],
    ),
    tx,
  );
  return stored;
}

type SluggedDraft = { draft: ArticleDraft; chosen: string };

const withSlug = (draft: ArticleDraft, chosen: string): SluggedDraft => ({ draft, chosen });

async function findTakenSlugs(drafts: readonly ArticleDraft[], tx: Tx): Promise<Set<string>> {
  const slugs = drafts.map((draft) => draft.slug.plain);
  const rows = await tx.article.findMany({ where: { slug: { in: slugs } }, select: { slug: true } });
  return new Set(rows.map((row) => row.slug));
}

function chooseSlug(draft: ArticleDraft, taken: Set<string>): string {
  const chosen = taken.has(draft.slug.plain) ? draft.slug.unique : draft.slug.plain;
  taken.add(chosen);
  return chosen;
}

/** Inserts what conflicts with nothing and returns the ids by guid hash. */
async function insertRows(slugged: readonly SluggedDraft[], now: Date, tx: Tx): Promise<Map<string, number>> {
  if (slugged.length === 0) return new Map();
  const rows = await tx.article.createManyAndReturn({
    data: slugged.map((one) => toRow(one, now)).sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    skipDuplicates: true,
    select: { id: true, guidHash: true },
  });
  return new Map(rows.map((row) => [row.guidHash, row.id]));
}

function toRow({ draft, chosen }: SluggedDraft, now: Date) {
  return {
    publisherId: draft.publisherId,
    guid: draft.guid,
    guidHash: draft.guidHash,
    url: draft.url,
    urlHash: draft.urlHash,
    slug: chosen,
    headline: draft.headline,
    standfirst: draft.standfirst,
    leadIn: draft.leadIn,
    byline: draft.byline,
    section: draft.section,
    categories: draft.categories,
    language: draft.language,
    direction: draft.direction,
    access: draft.access,
    hasBody: draft.html !== null,
    wordCount: draft.wordCount,
    contentHash: draft.contentHash,
    leadMediaHash: draft.pictures[0]?.hash ?? null,
    publishedAt: draft.publishedAt,
    updatedAt: draft.updatedAt,
    firstSeenAt: now,
  };
}
