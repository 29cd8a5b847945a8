import "server-only";
import { mayRead } from "@/lib/entitlements/may-read";
import type { Viewer } from "@/lib/entitlements/types";
import { findArticleBySlug } from "./article-store";
import { changedParts, listChanges } from "./list-changes";
import { findReadMark } from "./read-mark-store";
import { listReplacedVersions } from "./revision-list-store";
import type { ChangedSince, ChangesView } from "./revision-types";
import { showCard } from "./show-card";
import type { ArticleView } from "./types";

/** The changes of the article with this slug; null where there is none for this viewer, or it was withdrawn. */
export async function readChanges(slug: string, viewer: Viewer, now: Date): Promise<ChangesView | null> {
  const facts = await findArticleBySlug(slug);
  if (!facts) return null;
  const decision = mayRead(viewer, facts.card.policy, now);
  if (!decision.granted && (decision.reason === "embargo" || decision.reason === "taken-down")) return null;
  const replaced = await listReplacedVersions(facts.card.id, 0);
  const card = showCard(facts.card, viewer, now);
  const first = replaced[0] ?? card;
  return {
    card,
    changes: listChanges(replaced, card, card.language),
    first: { headline: first.headline, standfirst: first.standfirst },
    isCut: (replaced[0]?.number ?? 1) > 1,
  };
}

/** What changed of an article since the viewer read it; null for a visitor, a first reading, and where nothing did. */
export async function findChangedSince({ card, revisionCount, text }: ArticleView, viewer: Viewer): Promise<ChangedSince | null> {
  if (viewer.kind === "visitor" || revisionCount === 0 || text.kind === "withdrawn") return null;
  const mark = await findReadMark(viewer.userId, card.id);
  if (!mark || mark.revisionCount >= revisionCount) return null;
  const parts = changedParts(await listReplacedVersions(card.id, mark.revisionCount), card);
  return parts.length === 0 ? null : { readAt: mark.readAt.toISOString(), parts };
}
