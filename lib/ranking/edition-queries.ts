import "server-only";
import { showStoryCards } from "@/lib/articles/card-queries";
import { listCardsByIds } from "@/lib/articles/card-store";
import type { LanguageWish } from "@/lib/core/read-accept-language";
import type { Viewer } from "@/lib/entitlements/types";
import { findMarks } from "@/lib/reading/mark-queries";
import { findReaderSettings } from "@/lib/reading/settings-store";
import type { EditionMinutes } from "@/lib/reading/types";
import { composeEdition } from "./compose-edition";
import { editionSlot } from "./edition-slot";
import { type EditionKey, findEdition, type KeptEdition, keepEdition } from "./edition-store";
import type { OwnEdition } from "./edition-types";
import { rankForReader } from "./engine/rank-for-reader";
import { logOrder } from "./engine/rank-log";
import { markInOrder } from "./own-front-queries";
import { type RankedFor, rankViewer } from "./rank-viewer-queries";
import type { RankedCard } from "./types";

type AccountViewer = Extract<Viewer, { kind: "account" }>;

/** An edition is chosen from so many of the reader's best stories. */
const rankedMax = 90;

/**
 * The reader's edition of the hour: the kept one, else one that is made now and kept until the next.
 *
 * @param wanted a length other than the reader's own; null for that
 * @param hints what the browser says of language and place, for a reader who has said nothing
 */
export async function readEdition(
  viewer: AccountViewer,
  wanted: EditionMinutes | null,
  hints: LanguageWish,
  now: Date,
): Promise<OwnEdition> {
  const settings = await findReaderSettings(viewer.userId);
  const { timeZone, editionHours, editionMinutes } = settings;
  const slot = editionSlot(editionHours, timeZone, now);
  const minutes = wanted ?? editionMinutes;
  const key = { userId: viewer.userId, minutes, slotAt: slot.slotAt };
  const kept = (await findEdition(key)) ?? (await makeEdition(key, minutes, { viewer, settings, hints, now }));
  return { slot, minutes, timeZone, ...(await showEdition(kept, viewer, now)) };
}

async function makeEdition(key: EditionKey, minutes: EditionMinutes, reader: RankedFor): Promise<KeptEdition | null> {
  const { viewer, now } = reader;
  const { cards: ranked, context } = await rankViewer(reader, rankedMax);
  const chosen = composeEdition(await openable(ranked, viewer, now), minutes).map(({ candidate }) => candidate.key);
  const candidates = ranked.map(({ candidate }) => candidate).filter(({ key: story }) => chosen.includes(story));
  const { cards, ...basis } = logOrder(rankForReader(candidates, context, { take: candidates.length }), context);
  await keepEdition({ ...key, seed: context.seed, basis, cards }, now);
  return findEdition(key);
}

/** What this reader may open, each with the length and the title of the version that would be shown. */
async function openable(ranked: readonly RankedCard[], viewer: AccountViewer, now: Date): Promise<RankedCard[]> {
  const rows = await listCardsByIds(ranked.map(({ candidate }) => candidate.articleId));
  const shown = await showStoryCards(rows, viewer, now);
  const cards = new Map(rows.map((row, index) => [row.id, shown[index]]));
  return ranked.flatMap((card) => {
    const version = cards.get(card.candidate.articleId);
    if (!version || version.lock === "locked" || version.lock === "meter") return [];
    const { publisher, readingMinutes } = version;
    return [{ ...card, candidate: { ...card.candidate, publisher: publisher.slug, readingMinutes } }];
  });
}

async function showEdition(
  edition: KeptEdition | null,
  viewer: AccountViewer,
  now: Date,
): Promise<Pick<OwnEdition, "cards" | "countryCount">> {
  if (!edition) return { cards: [], countryCount: 0 };
  const rows = await listCardsByIds(edition.stories.map(({ articleId }) => articleId));
  const shown = await showStoryCards(rows, viewer, now);
  const countries = new Map(edition.stories.map(({ articleId, country }) => [articleId, country]));
  const found = rows.flatMap((row, index) => {
    const card = shown[index];
    return card ? [{ card, country: countries.get(row.id) ?? "" }] : [];
  });
  const cards = found.map(({ card }) => card);
  const marks = await findMarks(viewer, cards);
  return {
    cards: cards.map((card) => markInOrder(card, marks, edition)),
    countryCount: new Set(found.map(({ country }) => country)).size,
  };
}
