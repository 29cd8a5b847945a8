import type { Tx } from "@/lib/platform/db";
import type { StoredDraft } from "./credit-store";

/** Registers the pictures of these articles, to be fetched later, and puts them in their order. */
export async function attachPictures(stored: readonly StoredDraft[], tx: Tx): Promise<void> {
  const media = new Map(
    stored.flatMap(({ draft }) => [...draft.pictures, ...draft.bodyMedia].map(({ hash, sourceUrl }) => [hash, sourceUrl] as const)),
  );
  if (media.size === 0) return;
  // Sorted, so that two transactions take the rows in one order and cannot deadlock.
  const rows = [...media].map(([hash, sourceUrl]) => ({ hash, sourceUrl })).sort((a, b) => (a.hash < b.hash ? -1 : 1));
  await tx.media.createMany({ data: rows, skipDuplicates: true });
  const places = stored.flatMap(({ id, draft }) =>
    draft.pictures.map(({ hash, caption, credit, alt }, position) => ({ articleId: id, position, mediaHash: hash, caption, credit, alt })),
  );
  await tx.articlePicture.createMany({ data: places, skipDuplicates: true });
}

/** Attaches pictures to articles stored without any, naming the first as their lead. */
export async function addMissingPictures(stored: readonly StoredDraft[], tx: Tx): Promise<void> {
  await attachPictures(stored, tx);
  for (const { id, draft } of stored) {
    const leadMediaHash = draft.pictures[0]?.hash ?? null;
    await tx.article.updateMany({ where: { id, leadMediaHash: null }, data: { leadMediaHash } });
  }
}
