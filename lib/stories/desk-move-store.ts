import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { findLatestSeq, reserveStoryIds } from "./assign-store";
import { movedMax } from "./desk-types";
import { lockStories } from "./lock-store";
import { absorbStories, openStories, placeArticles } from "./place-store";
import { recountStories } from "./recount-store";

export type Refused = "not-found" | "no-other" | "other-language" | "same" | "too-many" | "all" | "none";
/** Where the story's articles are now. */
export type Moved = { ok: true; slug: string } | { ok: false; why: Refused };

type Target = { id: number; slug: string; language: string };
type By = { by: AuditActor; now: Date };

/**
 * An editor's word that two stories are one: every article of the first belongs to the second for good, and the first's
 * address leads there.
 */
export function mergeStories(slug: string, intoSlug: string, { by, now }: By): Promise<Moved> {
  return withPair(slug, intoSlug, async (from, into, tx) => {
    const ids = await listArticleIds(from.id, tx);
    if (ids.length > movedMax) return "too-many";
    await forgetApart(from.id, into.id, tx);
    await holdIn(ids, into.id, now, tx);
    await absorbStories([{ from: from.id, into: into.id }], now, tx);
    await recordAct({ actor: by, act: "story.merge", subject: subjectOf(into), ...facts(from, into, ids) }, now, tx);
    return into.slug;
  });
}

/** An editor's word that articles of one story belong to another, for good; the two are kept apart from then on. */
export function moveArticles(slug: string, intoSlug: string, articleIds: readonly number[], { by, now }: By): Promise<Moved> {
  return withPair(slug, intoSlug, async (from, into, tx) => {
    const ids = await listArticleIds(from.id, tx);
    const moved = ids.filter((id) => articleIds.includes(id));
    if (moved.length === 0) return "none";
    if (moved.length === ids.length) return "all";
    await holdIn(moved, into.id, now, tx);
    await sayApart(from.id, into.id, now, tx);
    await recordAct({ actor: by, act: "story.move", subject: subjectOf(from), ...facts(from, into, moved) }, now, tx);
    return from.slug;
  });
}

/** An editor's word that articles of a story tell another event: they open a story of their own, kept apart from it. */
export function splitStory(slug: string, articleIds: readonly number[], { by, now }: By): Promise<Moved> {
  return inTransaction(async (tx) => {
    const from = await findStanding(slug, tx);
    if (!from) return { ok: false, why: "not-found" };
    await lockStories(from.language, tx);
    const ids = await listArticleIds(from.id, tx);
    const moved = ids.filter((id) => articleIds.includes(id));
    if (moved.length === 0) return { ok: false, why: "none" };
    if (moved.length === ids.length) return { ok: false, why: "all" };
    const [id] = await reserveStoryIds(1, tx);
    if (id === undefined) throw new Error("No number was reserved for a story.");
    await openStories([{ id, articleIds: moved }], from.language, tx);
    await holdIn(moved, id, now, tx);
    await sayApart(from.id, id, now, tx);
    await announce(from.language, [from.id, id], tx);
    const opened = await tx.story.findUniqueOrThrow({ where: { id }, select: { id: true, slug: true, language: true } });
    await recordAct({ actor: by, act: "story.split", subject: subjectOf(from), ...facts(from, opened, moved) }, now, tx);
    return { ok: true, slug: opened.slug };
  });
}

/** Takes an editor's word on articles back: they wait to be given a story as any other. */
export function freeArticles(slug: string, articleIds: readonly number[], { by, now }: By): Promise<Moved> {
  return inTransaction(async (tx) => {
    const story = await findStanding(slug, tx);
    if (!story) return { ok: false, why: "not-found" };
    await lockStories(story.language, tx);
    const held = await tx.heldArticle.findMany({
      where: { storyId: story.id, articleId: { in: [...articleIds] } },
      select: { articleId: true },
      take: movedMax,
    });
    const ids = held.map(({ articleId }) => articleId);
    if (ids.length === 0) return { ok: false, why: "none" };
    await tx.heldArticle.deleteMany({ where: { articleId: { in: ids } } });
    await tx.article.updateMany({ where: { id: { in: ids } }, data: { storyId: null } });
    await announce(story.language, [story.id], tx);
    await enqueue({ name: "stories.assign", data: { language: story.language }, key: story.language }, tx);
    await recordAct({ actor: by, act: "story.free", subject: subjectOf(story), before: { articleIds: ids }, after: null }, now, tx);
    return { ok: true, slug: story.slug };
  });
}

/** Runs `work` on two stories of one language that stand for themselves, alone among those who write them. */
function withPair(slug: string, intoSlug: string, work: (from: Target, into: Target, tx: Tx) => Promise<Refused | string>): Promise<Moved> {
  return inTransaction(async (tx) => {
    const [from, into] = [await findStanding(slug, tx), await findStanding(intoSlug, tx)];
    if (!from) return { ok: false, why: "not-found" };
    if (!into) return { ok: false, why: "no-other" };
    if (from.id === into.id) return { ok: false, why: "same" };
    // A language's stories are written under its own lock, by its own engine.
    if (from.language !== into.language) return { ok: false, why: "other-language" };
    await lockStories(from.language, tx);
    const done = await work(from, into, tx);
    if (isRefused(done)) return { ok: false, why: done };
    await announce(from.language, [from.id, into.id], tx);
    return { ok: true, slug: done };
  });
}

const refusals: readonly string[] = ["not-found", "no-other", "other-language", "same", "too-many", "all", "none"] satisfies Refused[];
const isRefused = (done: string): done is Refused => refusals.includes(done);

function findStanding(slug: string, tx: Tx): Promise<Target | null> {
  return tx.story.findFirst({ where: { slug, mergedIntoId: null }, select: { id: true, slug: true, language: true } });
}

async function listArticleIds(storyId: number, tx: Tx): Promise<number[]> {
  const rows = await tx.article.findMany({ where: { storyId }, orderBy: { id: "asc" }, take: movedMax + 1, select: { id: true } });
  return rows.map(({ id }) => id);
}

async function holdIn(ids: readonly number[], storyId: number, now: Date, tx: Tx): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO held_article (article_id, story_id, held_at) SELECT id, ${storyId}, ${now}::timestamptz FROM unnest(${[...ids]}::int[]) AS w(id)
    ON CONFLICT (article_id) DO UPDATE SET story_id = excluded.story_id, held_at = excluded.held_at`;
  await placeArticles(
    ids.map((id) => ({ id, storyId, verdict: null })),
    await findLatestSeq(tx),
    tx,
  );
}

const pairOf = (one: number, other: number) => ({ firstId: Math.min(one, other), secondId: Math.max(one, other) });

async function sayApart(one: number, other: number, now: Date, tx: Tx): Promise<void> {
  const pair = pairOf(one, other);
  await tx.storyApart.upsert({
    where: { firstId_secondId: pair },
    create: { ...pair, saidAt: now },
    update: { saidAt: now },
    select: { firstId: true },
  });
}

async function forgetApart(one: number, other: number, tx: Tx): Promise<void> {
  await tx.storyApart.deleteMany({ where: pairOf(one, other) });
}

async function announce(language: string, storyIds: number[], tx: Tx): Promise<void> {
  await recountStories(storyIds, tx);
  await enqueue({ name: "stories.announce", data: { language, storyIds } }, tx);
}

const subjectOf = ({ id }: Target) => ({ kind: "story", id: String(id) });
const facts = (from: Target, to: Target, articleIds: readonly number[]) => ({
  before: { story: from.slug, articleIds: [...articleIds] },
  after: { story: to.slug },
});
