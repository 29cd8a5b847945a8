import "server-only";
import { changedParts } from "@/lib/articles/list-changes";
import { listReplacedVersions } from "@/lib/articles/revision-list-store";
import type { ChangedSince } from "@/lib/articles/revision-types";
import type { ArticleView } from "@/lib/articles/types";
import type { Viewer } from "@/lib/entitlements/types";
import type { OwnReading } from "./own-types";
import { findOwn } from "./read-store";
import type { ReadState } from "./read-types";

/** How an article stands with the viewer; null for a visitor, of whom nothing is known. */
export async function findOwnReading(view: ArticleView, viewer: Viewer, now: Date): Promise<OwnReading | null> {
  if (viewer.kind === "visitor") return null;
  const { read, isSaved, isTakenBack } = await findOwn(viewer.userId, view.card.id);
  const isPaying = viewer.paidUntil !== null && viewer.paidUntil > now && view.text.kind === "full";
  return { isSaved, isNotWorth: isPaying ? isTakenBack : null, goOn: goOnFrom(read), changed: read && (await findChanged(view, read)) };
}

const goOnFrom = (read: ReadState | null): OwnReading["goOn"] =>
  read?.sentence == null ? null : { sentence: read.sentence, depth: read.depth };

async function findChanged({ card, revisionCount, text }: ArticleView, read: ReadState): Promise<ChangedSince | null> {
  if (text.kind === "withdrawn" || read.revisionCount >= revisionCount) return null;
  const parts = changedParts(await listReplacedVersions(card.id, read.revisionCount), card);
  return parts.length === 0 ? null : { readAt: read.lastAt.toISOString(), parts };
}
