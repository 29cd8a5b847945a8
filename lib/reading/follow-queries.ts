import "server-only";
import { showCards } from "@/lib/articles/card-queries";
import type { ArticleCard } from "@/lib/articles/types";
import { product } from "@/lib/core/product";
import type { Viewer } from "@/lib/entitlements/types";
import { isFollowing, listFollows } from "./follow-store";
import { nameFollows } from "./follow-target-store";
import { type FollowMark, type FollowRef, type FollowTarget, followRefText } from "./follow-types";
import { type FollowedRow, listFollowedRows } from "./followed-store";
import { markCards } from "./mark-queries";
import { findReaderSettings } from "./settings-store";
import type { FollowKind } from "./types";

type AccountViewer = Extract<Viewer, { kind: "account" }>;

/** A card among what somebody follows, and what of it brought the card. */
export type FollowedCard = { card: ArticleCard; because: FollowTarget[] };

/** What a reader follows and its newest; `follows` newest first. */
export type FollowingView = { follows: FollowTarget[]; cards: FollowedCard[]; olderCursor: string | null };

const cardsPerPage = 30;

/** How a page's own subject stands with whoever looks: one query for an account, none for a visitor. */
export async function markFollow(viewer: Viewer, kind: FollowKind, target: string): Promise<FollowMark> {
  if (viewer.kind === "visitor") return { kind, target, isFollowed: null };
  return { kind, target, isFollowed: await isFollowing(viewer.userId, { kind, target }) };
}

/** All that a reader follows as it is called now, newest first; what is gone from the paper is left out. At most 500. */
async function listMyFollows({ userId }: AccountViewer): Promise<FollowTarget[]> {
  return nameFollows((await listFollows(userId)).map(({ kind, target }) => ({ kind, target })));
}

/** A page of the newest from what a reader follows, one card a story. Five queries whatever is followed. */
export async function readFollowing(cursor: string | null, viewer: AccountViewer, now: Date): Promise<FollowingView> {
  const [follows, settings] = await Promise.all([listMyFollows(viewer), findReaderSettings(viewer.userId)]);
  const languages = settings.languages.length > 0 ? settings.languages : [product.editionLanguage];
  const page = await listFollowedRows(follows.map(toRef), { take: cardsPerPage, languages, cursor });
  return { follows, cards: await showFollowed(page.rows, follows, viewer, now), olderCursor: page.olderCursor };
}

/** Rows as one viewer sees them, each with the names of what brought it. */
export async function showFollowed(
  rows: readonly FollowedRow[],
  named: readonly FollowTarget[],
  viewer: Viewer,
  now: Date,
): Promise<FollowedCard[]> {
  const nameOf = new Map(named.map((target) => [followRefText(target), target]));
  const rowsShown = rows.map(({ card }) => card);
  const cards = await markCards(viewer, await showCards(rowsShown, viewer, now));
  const shown = new Map(cards.map((card) => [card.id, card]));
  return rows.flatMap(({ card: { id }, because }) => {
    const card = shown.get(id);
    return card ? [{ card, because: because.flatMap((ref) => nameOf.get(followRefText(ref)) ?? []) }] : [];
  });
}

const toRef = ({ kind, target }: FollowTarget): FollowRef => ({ kind, target });
