import type { Tx } from "@/lib/platform/db";
import type { ArticleDraft } from "./article-draft";
import { writeBodies } from "./body-store";
import { creditAuthors } from "./credit-store";
import type { KnownArticle } from "./decide-entry";

/** A changed entry, the article it is, and how far its words changed. */
export type RevisedDraft = { draft: ArticleDraft; known: KnownArticle; change: "minor" | "material" };

/**
 * Brings articles to their new version. Each change keeps the version it replaces as a revision row;
 * the slug, the keys and the publication time stay.
 */
export async function reviseArticles(
  revised: readonly RevisedDraft[],
  options: { now: Date; sanitizerVersion: number },
  tx: Tx,
): Promise<void> {
  if (revised.length === 0) return;
  await tx.revision.createMany({
    data: revised.map(({ known, change }) => ({
      articleId: known.id,
      number: known.revisionCount + 1,
      kind: change,
      headline: known.headline,
      standfirst: known.standfirst,
      contentHash: known.contentHash,
      seenAt: options.now,
    })),
  });
  for (const one of revised) await updateArticle(one, options.now, tx);
  await creditAuthors(
    revised.map(({ draft, known }) => ({ id: known.id, draft })),
    tx,
  );
  await writeBodies(
    revised.flatMap(({ draft, known }) =>
      draft.html === null ? [] : [{ articleId: known.id, html: draft.html, sanitizerVersion: options.sanitizerVersion }],
    ),
    tx,
  );
}

async function updateArticle({ draft, known, change }: RevisedDraft, now: Date, tx: Tx): Promise<void> {
  const updatedAt = draft.updatedAt ?? (change === "material" ? now : known.updatedAt);
  const words = {
    headline: draft.headline,
    standfirst: draft.standfirst,
    contentHash: draft.contentHash,
    revisionCount: known.revisionCount + 1,
    updatedAt,
  };
  await tx.article.update({ where: { id: known.id }, data: { ...words, ...textColumns(draft, known) }, select: { id: true } });
}

/** A version without text changes the headline only, where the text we hold is still the best there is. */
function textColumns(draft: ArticleDraft, known: KnownArticle) {
  if (draft.html === null && known.hasBody) return {};
  return {
    leadIn: draft.leadIn,
    byline: draft.byline,
    access: draft.access,
    hasBody: draft.html !== null,
    wordCount: draft.wordCount,
  };
}
