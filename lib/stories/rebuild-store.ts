import { setImmediate as nextTurn } from "node:timers/promises";
import { db, type Tx } from "@/lib/platform/db";
import { type Arriving, findLatestSeq, listArticlesFrom, listReassigned, listStoryArticles, reserveStoryIds } from "./assign-store";
import { openEngine } from "./engine/open-engine";
import type { StoryEngine } from "./engine/types";
import { dropEngines, takeKey } from "./engine-store";
import { apartKeys, type EditorsWord, listEditorsWords } from "./hold-store";
import { lockStories } from "./lock-store";
import { findSettledSeq, readMembers } from "./member-store";
import { openPlacements, type Placements } from "./place-verdicts";
import { reconcileStories } from "./reconcile-stories";
import { type Switched, switchStories, toPlaced } from "./switch-store";
import { openVerdictFile, type VerdictFile } from "./verdict-file-store";

/** What a rebuild of one language did. */
export type RebuildReport = {
  language: string;
  articles: number;
  /** Stories that go on, were opened, and were absorbed by others. */
  kept: number;
  opened: number;
  absorbed: number;
  switched: Switched;
};

const pageMax = 500;
const windowMs = 72 * 3_600_000;
const membersMax = 100_000;
/** While more than this were assigned meanwhile they are caught up with before the lock is taken. */
const catchUpEnough = 200;
const catchUpRoundsMax = 20;
const portionMax = 500;
/** Every article of a month may change its row in the one transaction. */
const switchTimeoutMs = 30 * 60_000;

/**
 * Clusters a language's articles from `since` on anew, beside the stories that readers see, and switches to the new
 * stories at once. What is assigned meanwhile is taken along; stories keep their addresses as far as their articles
 * stay together; what editors said stays.
 */
export async function rebuildStories(language: string, since: Date, now: Date): Promise<RebuildReport> {
  const shadow = await openShadow(language, since);
  try {
    await replay(shadow, null);
    for (let round = 0; round < catchUpRoundsMax && (await catchUp(shadow, db)) > catchUpEnough; round += 1);
    return await db.$transaction((tx) => switchToShadow(shadow, now, tx), { timeout: switchTimeoutMs, maxWait: 60_000 });
  } finally {
    await shadow.file.remove();
    // The engines of this process know the old stories; other workers see by the numbers of the assignments.
    dropEngines(language);
  }
}

type Shadow = {
  language: string;
  since: Date;
  engine: StoryEngine;
  stock: number[];
  fresh: Set<number>;
  placements: Placements;
  judged: Set<number>;
  file: VerdictFile;
  /** The latest assignment that it has taken along. */
  seq: number;
};

async function openShadow(language: string, since: Date): Promise<Shadow> {
  const stock: number[] = [];
  const engine = openEngine({ newKey: () => takeKey(stock) });
  const seq = await findSettledSeq(language);
  const from = new Date(since.getTime() - windowMs);
  const until = new Date(since.getTime() - 1);
  for await (const portion of readMembers(language, { from, until, take: membersMax }, db)) engine.warm(portion);
  const word = await listEditorsWords(language, db);
  for (const [articleId, storyId] of word.heldIn) engine.hold(articleId, storyId);
  for (const { first, second } of word.apart) engine.keepApart(first, second);
  const file = await openVerdictFile();
  return { language, since, engine, stock, fresh: new Set<number>(), placements: openPlacements(), judged: new Set<number>(), file, seq };
}

/** Judges all articles since then that have a story, in the stream's order, page by page. */
async function replay(shadow: Shadow, after: Arriving | null): Promise<void> {
  let last = after;
  for (;;) {
    const page = await listArticlesFrom(shadow.language, { since: shadow.since, after: last, take: pageMax }, db);
    await judgeAll(page, shadow, db);
    last = page.at(-1) ?? null;
    if (page.length < pageMax) return;
  }
}

/** Takes along what was assigned since it last looked. @returns how many there were */
async function catchUp(shadow: Shadow, conn: typeof db | Tx): Promise<number> {
  const seq = await findLatestSeq(conn);
  const articles = await listReassigned(shadow.language, { seqAfter: shadow.seq, since: shadow.since }, conn);
  const unknown = articles.filter(({ id }) => !shadow.judged.has(id));
  await judgeAll(unknown, shadow, conn);
  shadow.seq = seq;
  return unknown.length;
}

async function judgeAll(articles: readonly Arriving[], shadow: Shadow, conn: typeof db | Tx): Promise<void> {
  if (shadow.stock.length < 2 * articles.length) {
    const ids = await reserveStoryIds(2 * articles.length, conn);
    shadow.stock.push(...ids);
    for (const id of ids) shadow.fresh.add(id);
  }
  const verdicts = [];
  for (const article of articles) {
    await nextTurn();
    const verdict = shadow.engine.add(article);
    shadow.placements.carryOut(verdict);
    shadow.judged.add(article.id);
    verdicts.push(verdict);
  }
  await shadow.file.write(verdicts);
}

async function switchToShadow(shadow: Shadow, now: Date, tx: Tx): Promise<RebuildReport> {
  const { language, placements } = shadow;
  await lockStories(language, tx);
  await catchUp(shadow, tx);
  const word = await listEditorsWords(language, tx);
  const before = await listBefore(shadow, tx);
  const keyOf = new Map(placements.keyOf);
  // What was before the rebuild's time stays in its story, unless a story of that time goes on.
  for (const [id, storyId] of before) if (!keyOf.has(id)) keyOf.set(id, storyId);
  const reconciled = reconcile({ keyOf, before, fresh: shadow.fresh, spare: await reserveStoryIds(before.size + 20, tx) }, word);
  const judged = placeFrom(shadow.file, reconciled.rowOf);
  const switched = await switchStories({ language, reconciled, before, judged, seq: await findLatestSeq(tx), now }, tx);
  const kept = new Set(before.values()).size - reconciled.absorbed.length;
  const { opened, absorbed } = reconciled;
  return { language, articles: shadow.judged.size, kept, opened: opened.length, absorbed: absorbed.length, switched };
}

/** Every article of every story concerned, and that story. */
async function listBefore(shadow: Shadow, tx: Tx): Promise<Map<number, number>> {
  const ids = [...shadow.placements.keyOf.keys()];
  const before = new Map<number, number>();
  for (let from = 0; from < ids.length; from += portionMax) {
    const rows = await tx.article.findMany({
      where: { id: { in: ids.slice(from, from + portionMax) }, storyId: { not: null } },
      select: { storyId: true },
      distinct: ["storyId"],
      take: portionMax,
    });
    const stories = rows.flatMap(({ storyId }) => storyId ?? []);
    for (const { id, storyId } of await listStoryArticles(stories, tx)) before.set(id, storyId);
  }
  const keys = new Set(shadow.placements.keyOf.values()).difference(shadow.fresh);
  for (const { id, storyId } of await listStoryArticles([...keys], tx)) before.set(id, storyId);
  return before;
}

type Partition = { keyOf: ReadonlyMap<number, number>; before: ReadonlyMap<number, number>; fresh: ReadonlySet<number>; spare: number[] };

function reconcile({ keyOf, before, fresh, spare }: Partition, word: EditorsWord) {
  return reconcileStories(
    [...keyOf].map(([id, group]) => ({ id, row: before.get(id) ?? null, group, heldIn: word.heldIn.get(id) ?? null })),
    { apart: apartKeys(word), isTaken: (row) => !fresh.has(row), newRow: () => takeKey(spare) },
  );
}

async function* placeFrom(file: VerdictFile, rowOf: ReadonlyMap<number, number>) {
  for await (const verdicts of file.read(portionMax)) yield verdicts.flatMap((verdict) => toPlaced(verdict, rowOf));
}
