import { setImmediate as nextTurn } from "node:timers/promises";
import { primaryLanguage } from "@/lib/articles/count-words";
import { addMs, dayMs } from "@/lib/core/clock";
import { enqueueAll } from "@/lib/platform/queue";
import { inSqlTransaction } from "@/lib/platform/sql";
import { windowDays } from "@/lib/topics/choose-topic";
import { findNames } from "@/lib/topics/find-names";
import { type KnownNames, matchKnown } from "@/lib/topics/match-known";
import { listKnownNames, listNameSources, type MentioningArticle, replaceMentions } from "@/lib/topics/mention-store";
import { learnShortNames, openTopics } from "@/lib/topics/open-store";
import { lockTopics, recountTopics, type TouchedTopic, tieArticles } from "@/lib/topics/tag-store";
import type { FoundName } from "@/lib/topics/types";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/** Articles read between two looks at the sockets: some ten milliseconds. */
const stepArticles = 10;
const articlesMax = 2_000;
const tagsMax = 200;

type Named = { article: MentioningArticle; names: FoundName[] };

/** Finds what the articles of these jobs name, opens topics for names said often enough, and ties the articles to theirs. */
export async function tagTopics(jobs: readonly Payload<"topics.tag">[], context: Pick<WorkerContext, "log" | "now">): Promise<void> {
  const ids = [...new Set(jobs.flatMap((job) => job.articleIds))];
  for (let from = 0; from < ids.length; from += articlesMax) {
    const sources = await listNameSources(ids.slice(from, from + articlesMax));
    for (const [language, articles] of Map.groupBy(sources, (source) => primaryLanguage(source.language))) {
      const touched = await tagLanguage(language, articles, context.now());
      await invalidate(articles, touched);
      context.log.info({ job: "topics.tag", language, articles: articles.length, topics: touched.length });
    }
  }
}

async function tagLanguage(language: string, articles: readonly MentioningArticle[], now: Date): Promise<TouchedTopic[]> {
  const named = await nameAll(articles, await listKnownNames(language));
  const since = addMs(now, -windowDays * dayMs);
  const keys = [...new Set(named.flatMap(({ names }) => names.map(({ key }) => key)))].sort();
  const shortKeys = [...new Set(named.flatMap(({ names }) => names.flatMap((name) => name.shortKeys)))].sort();
  return inSqlTransaction(async (conn) => {
    await lockTopics(language, conn);
    await replaceMentions(named, language, conn);
    const opened = await openTopics(keys, { language, since }, conn);
    const learnt = await learnShortNames(shortKeys, language, conn);
    const articleIds = articles.map(({ id }) => id);
    const touched = await tieArticles({ articleIds, keys: [...opened, ...learnt], language }, conn);
    await recountTopics(
      touched.map(({ id }) => id),
      since,
      conn,
    );
    return touched;
  });
}

async function nameAll(articles: readonly MentioningArticle[], known: KnownNames): Promise<Named[]> {
  const named: Named[] = [];
  for (const [index, article] of articles.entries()) {
    if (index % stepArticles === 0) await nextTurn();
    const names = findNames(article);
    const found = new Set(names.flatMap(({ key, shortKeys }) => [key, ...shortKeys]));
    named.push({ article, names: [...names, ...matchKnown(article, known, found)] });
  }
  return named;
}

/** Pages of the topics, and of the articles, which name theirs. */
async function invalidate(articles: readonly MentioningArticle[], touched: readonly TouchedTopic[]): Promise<void> {
  if (touched.length === 0) return;
  const tags = ["topics", ...touched.map(({ slug }) => `topic:${slug}`), ...articles.map(({ id }) => `article:${id}`)];
  const chunks = Array.from({ length: Math.ceil(tags.length / tagsMax) }, (_, index) => tags.slice(index * tagsMax, (index + 1) * tagsMax));
  await enqueueAll(chunks.map((chunk) => ({ name: "pages.invalidate", data: { tags: chunk } })));
}
