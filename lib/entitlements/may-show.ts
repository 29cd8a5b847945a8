import { type FoldedWords, foldWords } from "./fold-words";
import { findKeyword, indexKeywords, type KeywordIndex } from "./match-keyword";
import type { Mute, MuteFacts, OwnAddress } from "./mute-types";
import type { Viewer } from "./types";

/** What a reader has muted, ready to be asked about many things. */
type Prepared = { byId: ReadonlyMap<string, Mute>; keywords: Extract<Mute, { kind: "keyword" }>[]; indexes: Map<string, Indexed> };
type Indexed = { index: KeywordIndex; keywords: Mute[] };

/** Whether anything may stand before this reader's eyes beyond its own address. Total: a visitor has muted nothing. */
export const mayShow = (viewer: Viewer, facts: MuteFacts, now: Date, own: OwnAddress | null = null): boolean =>
  mutedBy(viewer, facts, now, own) === null;

/**
 * The mute that hides something from this reader; null where none does. A mute counts until it expires, that instant
 * excluded. Of several, one that speaks of the event (story, topic, keyword) comes before one that speaks of who tells it.
 *
 * @param now the instant of the request by the viewer's own clock, UTC
 * @param own whose page it is: a mute of that very thing hides nothing there
 */
export function mutedBy(viewer: Viewer, facts: MuteFacts, now: Date, own: OwnAddress | null = null): Mute | null {
  if (viewer.kind === "visitor" || viewer.mutes.length === 0) return null;
  const prepared = prepare(viewer.mutes);
  const find = (kind: OwnAddress["kind"], id: number): Mute | null => {
    if (own?.kind === kind && own.id === id) return null;
    const mute = prepared.byId.get(`${kind} ${id}`);
    return mute && isLive(mute, now) ? mute : null;
  };
  const findAny = (kind: OwnAddress["kind"], ids: readonly number[]) =>
    ids.map((id) => find(kind, id)).find((mute) => mute !== null) ?? null;
  return (
    (facts.storyId === null ? null : find("story", facts.storyId)) ??
    findAny("topic", facts.topicIds) ??
    findWord(prepared, facts, now) ??
    find("publisher", facts.publisherId) ??
    findAny("author", facts.authorIds)
  );
}

/** The rows of a kind that a viewer has muted, for lists of such rows. */
export function mutedIds(viewer: Viewer, kind: OwnAddress["kind"], now: Date): ReadonlySet<number> {
  if (viewer.kind === "visitor") return new Set();
  return new Set(viewer.mutes.flatMap((mute) => (mute.kind === kind && isLive(mute, now) ? mute.ids : [])));
}

/** Whether a viewer has muted anything of these kinds. */
export const hasMuted = (viewer: Viewer, kinds: readonly Mute["kind"][]): boolean =>
  viewer.kind === "account" && viewer.mutes.some(({ kind }) => kinds.includes(kind));

const isLive = ({ expiresAt }: Mute, now: Date): boolean => expiresAt === null || expiresAt.getTime() > now.getTime();

function findWord({ keywords, indexes }: Prepared, { texts, language }: MuteFacts, now: Date): Mute | null {
  if (keywords.length === 0) return null;
  const [primary = ""] = language.toLowerCase().split("-");
  const known = indexes.get(primary) ?? indexFor(keywords, primary);
  indexes.set(primary, known);
  const liveAt = (place: number): Mute | null => known.keywords.slice(place, place + 1).find((mute) => isLive(mute, now)) ?? null;
  const place = findKeyword(wordsOf(texts), known.index, (at) => liveAt(at) !== null);
  return place === null ? null : liveAt(place);
}

function indexFor(keywords: Prepared["keywords"], primary: string): Indexed {
  const inLanguage = keywords.filter(({ language }) => language === "" || language === primary);
  return { index: indexKeywords(inLanguage.map(({ keyword }) => keyword)), keywords: inLanguage };
}

// A page asks about hundreds of cards with the same mutes, and cards are shared by all readers for a few seconds.
const preparedOf = new WeakMap<readonly Mute[], Prepared>();
const wordsOfTexts = new WeakMap<readonly string[], FoldedWords>();

function prepare(mutes: readonly Mute[]): Prepared {
  const known = preparedOf.get(mutes);
  if (known) return known;
  const byId = new Map<string, Mute>();
  for (const mute of mutes) {
    if (mute.kind === "keyword") continue;
    for (const id of mute.ids) {
      const key = `${mute.kind} ${id}`;
      byId.set(key, laterOf(byId.get(key), mute));
    }
  }
  const prepared: Prepared = { byId, keywords: mutes.filter((mute) => mute.kind === "keyword"), indexes: new Map() };
  preparedOf.set(mutes, prepared);
  return prepared;
}

/** Two topics that became one may have been muted for different times. */
function laterOf(one: Mute | undefined, other: Mute): Mute {
  if (!one) return other;
  const endOf = ({ expiresAt }: Mute) => expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return endOf(other) > endOf(one) ? other : one;
}

function wordsOf(texts: readonly string[]): FoldedWords {
  const known = wordsOfTexts.get(texts) ?? foldWords(texts);
  wordsOfTexts.set(texts, known);
  return known;
}
