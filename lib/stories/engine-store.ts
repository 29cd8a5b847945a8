import { type Conn, db } from "@/lib/platform/db";
import { findLatestSeq } from "./assign-store";
import { openEngine } from "./engine/open-engine";
import type { StoryEngine } from "./engine/types";
import type { EditorsWord } from "./hold-store";
import { type KeyMap, openKeyMap } from "./key-map";
import { findSettledSeq, hasMembersAfter, listIdsSince, readByIds, readMembers } from "./member-store";

/** An engine and how far it has kept up with the database. */
export type HeldEngine = {
  engine: StoryEngine;
  keys: KeyMap;
  /** The latest assignment it knows of. */
  seq: number;
  /** The newest it has seen, and up to when it knows the stored articles: without end where none were later. */
  newestMs: number;
  loadedUntilMs: number;
  /** Numbers kept for stories that it will open. */
  stock: number[];
  told: Set<string>;
};

/** An event is told within three days; what comes later is a follow-up. */
const windowMs = 72 * 3_600_000;
const windowArticlesMax = 100_000;
/** Of another time than the present fewer are held: two engines of the whole size would not fit. */
const pastArticlesMax = 30_000;
const laterMs = 24 * 3_600_000;
/** More assignments of others than this are cheaper read anew. */
const catchUpMax = 5_000;
/** One for what is new, one for old articles of a feed just added, which belong to another time. */
const enginesPerLanguage = 2;

/** First and last publication of articles to come. */
export type Span = { fromMs: number; untilMs: number };

const enginesOf = new Map<string, HeldEngine[]>();

/**
 * The engine that knows the time of these articles, up to date with what any worker has stored. Call it under the
 * language's lock.
 *
 * @returns null where none can be brought up to date: one is to be made by `makeEngine` first, without the lock
 */
export async function takeEngine(language: string, span: Span, word: EditorsWord, tx: Conn): Promise<HeldEngine | null> {
  const fitting = (enginesOf.get(language) ?? []).find((each) => covers(each, span) && tellsNothingTakenBack(each, word));
  const hasCaughtUp = fitting !== undefined && (await catchUp(fitting, language, tx));
  // Asked anew: while this one caught up another may have been made, or this one forgotten.
  const held = (enginesOf.get(language) ?? []).filter((each) => tellsNothingTakenBack(each, word));
  const isKnowing = hasCaughtUp && held.includes(fitting);
  if (isKnowing) tellEditorsWord(fitting, word);
  const others = held.filter((each) => each !== fitting);
  enginesOf.set(language, isKnowing ? [fitting, ...others] : others);
  return isKnowing ? fitting : null;
}

/**
 * Makes an engine that knows the time of these articles. Reading a window that is full takes longer than a lock should be
 * held or a transaction last; what is stored meanwhile it learns when it is taken. Whoever asks while one is being made
 * waits for that one: two at once would not fit into memory.
 */
export async function makeEngine(language: string, span: Span): Promise<void> {
  const underWay = making.get(language);
  if (underWay) return underWay;
  const made = addEngine(language, span).finally(() => making.delete(language));
  making.set(language, made);
  return made;
}

const making = new Map<string, Promise<void>>();

async function addEngine(language: string, span: Span): Promise<void> {
  // Before it is made: a third would not fit beside them.
  keepFirst(language, enginesPerLanguage - 1);
  const engine = await warmEngine(language, span);
  // Others may have been taken or forgotten meanwhile.
  enginesOf.set(language, [engine, ...(enginesOf.get(language) ?? [])]);
  keepFirst(language, enginesPerLanguage);
}

function keepFirst(language: string, count: number): void {
  enginesOf.set(language, (enginesOf.get(language) ?? []).slice(0, count));
}

/** Forgets what it holds of a language: what was judged was not stored, or somebody else rewrote the stories. */
export function dropEngines(language: string): void {
  enginesOf.delete(language);
}

/** An engine forgets what is older than its window as time goes on; half of it is left for who comes late. */
const covers = (held: HeldEngine, span: Span): boolean => span.fromMs >= held.newestMs - windowMs / 2 && span.untilMs <= held.loadedUntilMs;

async function catchUp(held: HeldEngine, language: string, tx: Conn): Promise<boolean> {
  const seq = await findLatestSeq(tx);
  if (seq === held.seq) return true;
  const ids = await listIdsSince(language, held.seq, catchUpMax, tx);
  if (ids.length === catchUpMax) return false;
  for (const id of ids) held.engine.remove(id);
  for await (const portion of readByIds(ids, tx)) {
    // What is newer than the time it knows would push that time out of its window.
    const known = portion.filter(({ publishedAtMs }) => publishedAtMs <= held.loadedUntilMs);
    held.engine.warm(known.map((member) => ({ ...member, storyKey: held.keys.keyOf(member.storyKey) })));
  }
  held.seq = seq;
  return true;
}

async function warmEngine(language: string, span: Span): Promise<HeldEngine> {
  const stock: number[] = [];
  const engine = openEngine({ newKey: () => takeKey(stock) });
  const seq = await findSettledSeq(language);
  const from = new Date(span.fromMs - windowMs);
  // Of what came after these articles only a day is taken in: more would push out what came before them.
  const until = new Date(span.untilMs + laterMs);
  const isPast = await hasMembersAfter(language, until, db);
  const take = isPast ? pastArticlesMax : windowArticlesMax;
  for await (const portion of readMembers(language, { from, until, take }, db)) engine.warm(portion);
  const loadedUntilMs = isPast ? until.getTime() : Number.POSITIVE_INFINITY;
  return { engine, keys: openKeyMap(), seq, newestMs: span.untilMs, loadedUntilMs, stock, told: new Set() };
}

/** @throws Error when an engine opens more stories than it has articles: the numbers were reserved for those */
export function takeKey(stock: number[]): number {
  const key = stock.shift();
  if (key === undefined) throw new Error("No numbers are left for new stories.");
  return key;
}

function tellsNothingTakenBack(held: HeldEngine, word: EditorsWord): boolean {
  const said = new Set(words(word).map(({ name }) => name));
  return [...held.told].every((name) => said.has(name));
}

function tellEditorsWord(held: HeldEngine, word: EditorsWord): void {
  for (const { name, tell } of words(word)) {
    if (held.told.has(name)) continue;
    held.told.add(name);
    tell(held);
  }
}

function words(word: EditorsWord): { name: string; tell: (held: HeldEngine) => void }[] {
  return [
    ...[...word.heldIn].map(([articleId, storyId]) => ({
      name: `held ${articleId} in ${storyId}`,
      tell: ({ engine, keys }: HeldEngine) => engine.hold(articleId, keys.keyOf(storyId)),
    })),
    ...word.apart.map(({ first, second }) => ({
      name: `apart ${first} ${second}`,
      tell: ({ engine, keys }: HeldEngine) => engine.keepApart(keys.keyOf(first), keys.keyOf(second)),
    })),
  ];
}
