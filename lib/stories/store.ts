import { setImmediate as nextTurn } from "node:timers/promises";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { chooseStory, type StoryMember, windowMs } from "./choose-story";
import { extractTerms } from "./extract-terms";
import { recountStories } from "./recount-store";
import { addMember, listCandidates, openWindow, type StoryWindow } from "./story-window";

/** What one round of assigning did. */
export type AssignCounts = { articleIds: number[]; storyIds: number[]; hasMore: boolean };

type Unassigned = {
  id: number;
  slug: string;
  headline: string;
  standfirst: string;
  leadIn: string;
  language: string;
  section: string;
  publishedAt: Date;
};

/** First half of the advisory lock of a language's stories; a number of our own choosing. */
const storyLock = 2_002;
const batchMax = 250;
const windowArticlesMax = 20_000;

/**
 * Gives the oldest articles of a language that have no story yet, at most 250, the story they tell or a new
 * one. One worker at a time works on a language: two at once would both open a story for one event.
 *
 * @param language primary subtag, such as "en"
 */
export function assignStories(language: string): Promise<AssignCounts> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${storyLock}::int, hashtext(${language}))`;
    const articles = await listUnassigned(language, tx);
    if (articles.length === 0) return { articleIds: [], storyIds: [], hasMore: false };
    const arriving = articles.map(toMember);
    const window = openWindow(await listWindow(language, articles, tx), arriving);
    const storyIds = new Set<number>();
    for (const [index, article] of articles.entries()) {
      // Hundreds of comparisons in a row would keep the worker from its sockets, its timers and its leases.
      await nextTurn();
      const member = arriving[index] ?? toMember(article);
      storyIds.add(await assignOne(article, member, language, window, tx));
    }
    await writeAssignments(arriving, tx);
    await recountStories([...storyIds], tx);
    return { articleIds: articles.map((article) => article.id), storyIds: [...storyIds], hasMore: articles.length === batchMax };
  });
}

/** Languages (primary subtags) that have articles without a story. */
export async function listUnassignedLanguages(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ language: string }[]>`
    SELECT DISTINCT lower(split_part(language, '-', 1)) AS language FROM article WHERE story_id IS NULL ORDER BY 1`;
  return rows.map((row) => row.language);
}

async function assignOne(article: Unassigned, member: StoryMember, language: string, window: StoryWindow, tx: Tx): Promise<number> {
  const choice = chooseStory(member, listCandidates(window, member), window.weight);
  member.storyId = choice.kind === "join" ? choice.storyId : await openStory(article, language, tx);
  addMember(window, member);
  return member.storyId;
}

async function openStory(article: Unassigned, language: string, tx: Tx): Promise<number> {
  const { publishedAt, section, id, slug } = article;
  const story = await tx.story.create({
    data: {
      slug,
      leadArticleId: id,
      firstArticleId: id,
      headlineArticleId: id,
      language,
      section,
      firstAt: publishedAt,
      lastAt: publishedAt,
    },
    select: { id: true },
  });
  return story.id;
}

/** Order: publishedAt, id; so that the first report opens the story. */
function listUnassigned(language: string, tx: Tx): Promise<Unassigned[]> {
  return tx.$queryRaw<Unassigned[]>`
    SELECT id, slug, headline, standfirst, lead_in AS "leadIn", language, section, published_at AS "publishedAt" FROM article
    WHERE story_id IS NULL AND lower(split_part(language, '-', 1)) = ${language}
    ORDER BY published_at, id LIMIT ${batchMax}`;
}

async function listWindow(language: string, articles: readonly Unassigned[], tx: Tx): Promise<StoryMember[]> {
  const times = articles.map((article) => article.publishedAt.getTime());
  const from = new Date(Math.min(...times) - windowMs);
  const until = new Date(Math.max(...times) + windowMs);
  const rows = await tx.$queryRaw<(Omit<StoryMember, "publishedAtMs"> & { publishedAt: Date })[]>`
    SELECT id, story_id AS "storyId", terms, published_at AS "publishedAt" FROM article
    WHERE published_at BETWEEN ${from} AND ${until} AND story_id IS NOT NULL
      AND lower(split_part(language, '-', 1)) = ${language}
    ORDER BY published_at DESC, id DESC LIMIT ${windowArticlesMax}`;
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAtMs: publishedAt.getTime() }));
}

const toMember = (article: Unassigned): StoryMember => ({
  id: article.id,
  storyId: null,
  terms: extractTerms(article),
  publishedAtMs: article.publishedAt.getTime(),
});

async function writeAssignments(members: readonly StoryMember[], tx: Tx): Promise<void> {
  // Arrays of arrays must be rectangular in Postgres, so each article's terms travel as one JSON text.
  await tx.$executeRaw`
    UPDATE article a SET story_id = r.story_id, terms = ARRAY(SELECT jsonb_array_elements_text(r.terms::jsonb))
    FROM unnest(${members.map((member) => member.id)}::int[], ${members.map((member) => member.storyId)}::int[],
      ${members.map((member) => JSON.stringify(member.terms))}::text[]) AS r(id, story_id, terms)
    WHERE a.id = r.id`;
}
