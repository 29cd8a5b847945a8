import { setImmediate as nextTurn } from "node:timers/promises";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { type Arriving, listJudgedAfter, listStoryArticles, listUnassigned, reserveStoryIds } from "./assign-store";
import type { EngineVerdict } from "./engine/types";
import { dropEngines, type HeldEngine, makeEngine, type Span, takeEngine } from "./engine-store";
import { apartKeys, type EditorsWord, listEditorsWords } from "./hold-store";
import { lockStories } from "./lock-store";
import { listTouchedKeys, placeVerdicts } from "./place-verdicts";
import { type Reconciled, reconcileStories } from "./reconcile-stories";
import { switchStories, toPlaced } from "./switch-store";

/** What one round of assigning did: articles that got or changed their story, stories that changed, and whether more wait. */
export type AssignCounts = { articleIds: number[]; storyIds: number[]; hasMore: boolean };

const batchMax = 250;
/** Old articles of a feed just added are taken a day at a time: an engine knows three days. */
const spanMaxMs = 24 * 3_600_000;
/** A late article's successors are judged again as long as they came within these ten minutes. */
const shuffleMs = 10 * 60_000;
/** So that a flood of late articles costs each round no more than twice its own. */
const againMax = 250;
/** How many assignments to look back over for those successors. */
const lookBack = 5_000;
/** Once to find that no engine knows the time and once with the one made; more where others were faster, or another was being made. */
const triesMax = 4;

/**
 * Gives the oldest articles of a language that have no story yet, at most 250, the story they tell or a new one. One
 * worker at a time works on a language: two at once would both open a story for one event. What came within the last
 * ten minutes and stands after a late arrival is judged again, so that the order in which they came does not matter.
 *
 * @param language primary subtag, such as "en"
 */
export async function assignStories(language: string, now = new Date()): Promise<AssignCounts> {
  for (let tries = 1; ; tries += 1) {
    const round = await tryRound(language, now);
    if (!("unknown" in round)) return round;
    if (tries === triesMax) throw new Error(`Others give articles in "${language}" their stories faster than this worker can read them.`);
    await makeEngine(language, round.unknown);
  }
}

async function tryRound(language: string, now: Date): Promise<AssignCounts | Unknown> {
  try {
    return await inTransaction((tx) => assignRound(language, now, tx));
  } catch (cause) {
    // What the engine has learnt was not stored.
    dropEngines(language);
    throw cause;
  }
}

/** A span of time that no engine at hand knows. */
type Unknown = { unknown: Span };

async function assignRound(language: string, now: Date, tx: Tx): Promise<AssignCounts | Unknown> {
  await lockStories(language, tx);
  const waiting = await listUnassigned(language, batchMax, tx);
  const [oldest] = waiting;
  if (!oldest) return { articleIds: [], storyIds: [], hasMore: false };
  const arriving = waiting.filter(({ publishedAtMs }) => publishedAtMs <= oldest.publishedAtMs + spanMaxMs);
  const word = await listEditorsWords(language, tx);
  const span = { fromMs: oldest.publishedAtMs, untilMs: arriving.at(-1)?.publishedAtMs ?? oldest.publishedAtMs };
  const held = await takeEngine(language, span, word, tx);
  if (!held) return { unknown: span };
  const hasMore = waiting.length === batchMax || arriving.length < waiting.length;
  return { ...(await assignBatch({ language, arriving, held, word, now }, tx)), hasMore };
}

/** Languages (primary subtags) that have articles without a story. */
export async function listUnassignedLanguages(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ language: string }[]>`
    SELECT DISTINCT lower(split_part(language, '-', 1)) AS language FROM article WHERE story_id IS NULL ORDER BY 1`;
  return rows.map((row) => row.language);
}

type Batch = { language: string; arriving: readonly Arriving[]; held: HeldEngine; word: EditorsWord; now: Date };

async function assignBatch({ language, arriving, held, word, now }: Batch, tx: Tx): Promise<Omit<AssignCounts, "hasMore">> {
  const again = await listSuccessors(language, arriving, held, tx);
  const stream = [...arriving, ...again].sort(inStreamOrder);
  if (held.stock.length < 2 * stream.length) held.stock.push(...(await reserveStoryIds(3 * stream.length, tx)));
  const fresh = new Set(held.stock);
  const verdicts = await judge(held, stream, again);
  const { reconciled, before } = await reconcile({ verdicts, stream, held, fresh }, word, tx);
  const judged = verdicts.flatMap((verdict) => toPlaced(verdict, reconciled.rowOf));
  const { seq, articleIds, storyIds } = await switchStories({ language, reconciled, before, judged: [judged], seq: held.seq, now }, tx);
  held.seq = seq;
  return { articleIds, storyIds };
}

/** Order of the stream: a publisher's date, then what does not depend on when we came by it. */
function inStreamOrder(a: Arriving, b: Arriving): number {
  return a.publishedAtMs - b.publishedAtMs || (a.urlHash < b.urlHash ? -1 : a.urlHash > b.urlHash ? 1 : a.id - b.id);
}

function listSuccessors(language: string, arriving: readonly Arriving[], held: HeldEngine, tx: Tx): Promise<Arriving[]> {
  const seenAtMs = arriving.reduce((latest, article) => Math.max(latest, article.firstSeenAtMs), 0);
  const from = new Date(arriving[0]?.publishedAtMs ?? 0);
  const until = Number.isFinite(held.loadedUntilMs) ? new Date(held.loadedUntilMs) : null;
  const seenSince = new Date(seenAtMs - shuffleMs);
  return listJudgedAfter(language, { from, until, seenSince, seqAfter: held.seq - lookBack, take: againMax }, tx);
}

async function judge(held: HeldEngine, stream: readonly Arriving[], again: readonly Arriving[]): Promise<EngineVerdict[]> {
  // Last added first: so the engine can take back whatever their coming changed.
  for (const { id } of [...again].sort((a, b) => (b.storySeq ?? 0) - (a.storySeq ?? 0))) held.engine.remove(id);
  const verdicts: EngineVerdict[] = [];
  for (const article of stream) {
    // Hundreds of comparisons in a row would keep the worker from its sockets, its timers and its leases.
    await nextTurn();
    verdicts.push(held.engine.add(article));
    held.newestMs = Math.max(held.newestMs, article.publishedAtMs);
  }
  return verdicts;
}

/** Which story each article of every story concerned is in from now on. */
async function reconcile(
  { verdicts, stream, held, fresh }: Judged,
  word: EditorsWord,
  tx: Tx,
): Promise<{ reconciled: Reconciled; before: Map<number, number> }> {
  const touched = new Set([...listTouchedKeys(verdicts)].map(held.keys.rowOf));
  for (const { id, storyId } of stream) {
    if (storyId !== null) touched.add(storyId);
    const heldIn = word.heldIn.get(id);
    if (heldIn !== undefined) touched.add(heldIn);
  }
  const stored = await listStoryArticles([...touched], tx);
  const before = new Map(stored.map(({ id, storyId }) => [id, storyId]));
  const keyed = stored.map(({ id, storyId }) => ({ id, key: held.keys.keyOf(storyId) }));
  const keyOf = placeVerdicts(keyed, verdicts);
  const spare = await reserveStoryIds(keyOf.size === 0 ? 0 : 20, tx);
  const reconciled = reconcileStories(
    [...keyOf].map(([id, group]) => ({ id, row: before.get(id) ?? null, group, heldIn: word.heldIn.get(id) ?? null })),
    {
      apart: apartKeys(word),
      isTaken: (row) => !fresh.has(row),
      newRow: () => spare.pop() ?? outOfNumbers(),
    },
  );
  for (const [group, row] of reconciled.rowOfGroup) held.keys.set(group, row);
  return { reconciled, before };
}

function outOfNumbers(): never {
  throw new Error("More stories were split in one round than numbers were reserved for.");
}

type Judged = { held: HeldEngine; stream: readonly Arriving[]; verdicts: readonly EngineVerdict[]; fresh: ReadonlySet<number> };
