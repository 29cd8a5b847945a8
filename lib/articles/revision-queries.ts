import "server-only";
import { mayRead } from "@/lib/entitlements/may-read";
import type { Viewer } from "@/lib/entitlements/types";
import { findArticleBySlug } from "./article-store";
import { listChanges } from "./list-changes";
import { listReplacedVersions } from "./revision-list-store";
import type { ChangesView } from "./revision-types";
import { showCard } from "./show-card";

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
