import "server-only";
import type { CardRow } from "@/lib/articles/card-row";
import { selectCardBySlug } from "@/lib/articles/card-store";
import { showCard } from "@/lib/articles/show-card";
import { hourMs } from "@/lib/core/clock";
import type { Viewer } from "@/lib/entitlements/types";
import { findMarks, withMark } from "@/lib/reading/mark-queries";
import { findReaderSettings } from "@/lib/reading/settings-store";
import { type FollowKind, followKinds } from "@/lib/reading/types";
import { RankLog } from "./engine/rank-log";
import { weighProfile } from "./engine/weigh-profile";
import { findFacetsOf, nameFacets } from "./facet-store";
import { findWholeOrder, type WholeOrder } from "./order-store";
import { splitFacet } from "./plan-candidates";
import { type ReaderProfile, readProfile } from "./profile-store";
import type { NamedFacet } from "./profile-types";
import type { Facet, FollowedFacet } from "./types";
import type { PlaceReasons, WhyControl, WhyView } from "./why-types";

type AccountViewer = Extract<Viewer, { kind: "account" }>;

/**
 * Why a card stands where it does for this reader, and what they can do about it.
 *
 * @param orderId the order it stood in, of this reader's own; null for a list that nobody ordered
 * @returns null where there is no such article for anyone
 */
export async function readWhy(slug: string, orderId: number | null, viewer: AccountViewer, now: Date): Promise<WhyView | null> {
  const { userId } = viewer;
  const row = await selectCardBySlug(slug);
  if (!row || row.policy.takenDownAt !== null || (row.policy.embargoUntil !== null && row.policy.embargoUntil > now)) return null;
  const card = showCard(row, viewer, now);
  const [facets, order, profile, settings, marks] = await Promise.all([
    findFacetsOf([row.id]),
    orderId === null ? null : findWholeOrder(userId, orderId),
    readProfile(userId),
    findReaderSettings(userId),
    findMarks(viewer, [card]),
  ]);
  const own = (facets.get(row.id) ?? []).map(([facet]) => facet);
  const stood = order && findStanding(order, row);
  const named = await nameFacets([...new Set([...own, ...(stood?.candidate.followed ?? []).filter(isFacet)])]);
  return {
    card: withMark(card, marks),
    reasons: stood && order && toReasons(stood, order, named),
    controls: listControls(
      row,
      named.filter(({ facet }) => own.includes(facet)),
      profile,
      viewer,
      now,
    ),
    titleCount: row.moreTitles + 1,
    isPersonal: settings.isPersonal,
  };
}

type LoggedCard = RankLog["cards"][number];

/** The card in the order that tells of this article's story, by whichever title. An order of older rules is told of no more. */
function findStanding({ basis, cards }: WholeOrder, row: CardRow): LoggedCard | null {
  const log = RankLog.safeParse({ ...(basis instanceof Object ? basis : {}), cards });
  if (!log.success) return null;
  const key = row.storyId === null ? `a${row.id}` : `s${row.storyId}`;
  return log.data.cards.find(({ candidate }) => candidate.articleId === row.id || candidate.key === key) ?? null;
}

function toReasons(
  { candidate, score, terms, because, isOutside }: LoggedCard,
  { id, madeAt }: WholeOrder,
  named: readonly NamedFacet[],
): PlaceReasons {
  const nameOf = new Map<string, NamedFacet>(named.map((each) => [each.facet, each]));
  return {
    orderId: id,
    score,
    terms,
    because: because.map(([facet, points]) => ({
      ...(nameOf.get(facet) ?? { facet, name: splitFacet(facet).target, path: null }),
      points,
    })),
    followed: candidate.followed.flatMap((facet) => nameOf.get(facet) ?? []),
    isOutside,
    ageHours: Math.max(0, madeAt.getTime() - candidate.publishedAtMs) / hourMs,
    timesShown: candidate.timesShown,
    madeAt,
  };
}

const isFacet = (followed: FollowedFacet): followed is Facet => !followed.startsWith("story:");

/** Everything about the card that can be followed, muted or weighed: its title, section, authors, topics and story. */
function listControls(row: CardRow, named: readonly NamedFacet[], profile: ReaderProfile, viewer: AccountViewer, now: Date): WhyControl[] {
  const weights = weighProfile(profile.weights, now.getTime());
  const followed = new Set(profile.follows.map(({ kind, target }) => `${kind}:${target}`));
  const muteOf = (kind: string, target: string): number | null =>
    viewer.mutes.find((mute) => mute.kind === kind && mute.kind !== "keyword" && mute.ids.includes(Number(target)))?.id ?? null;
  const controls = named.flatMap(({ facet, name, path }): WhyControl[] => {
    const { kind: given, target } = splitFacet(facet);
    const kind = findKind(given);
    if (!kind) return [];
    const canMute = kind !== "section";
    const muteId = canMute ? muteOf(kind, target) : null;
    return [{ kind, target, name, path, isFollowed: followed.has(facet), muteId, canMute, weight: weights.get(facet) ?? null }];
  });
  if (row.storyId === null || row.storySlug === null) return controls;
  const target = String(row.storyId);
  const story: WhyControl = {
    kind: "story",
    target,
    name: "This story",
    path: `/story/${row.storySlug}`,
    isFollowed: followed.has(`story:${target}`),
    muteId: muteOf("story", target),
    canMute: true,
    weight: null,
  };
  return [story, ...controls];
}

const findKind = (given: string): FollowKind | null => followKinds.find((kind) => kind === given) ?? null;
