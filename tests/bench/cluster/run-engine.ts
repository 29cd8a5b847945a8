import { openEngine } from "@/lib/stories/engine/open-engine";
import type { EngineVerdict, StoryEngine } from "@/lib/stories/engine/types";
import type { SetArticle } from "./types";

/** What the engine makes of a stream: each article's story at the end, and the article whose text it repeats. */
export type EngineRun = { stories: string[]; copyOf: (string | null)[] };

/** Streams articles through an engine a language; stories at the end follow every merge and split. */
export function runEngine(articles: readonly SetArticle[]): EngineRun {
  let nextKey = 0;
  const engines = new Map<string, StoryEngine>();
  const partition = openPartition();
  const copyOf = articles.map((article, index) => {
    const engine = engines.get(article.language) ?? openEngine({ newKey: () => ++nextKey });
    engines.set(article.language, engine);
    const { publishedAtMs, language, publisher, title: headline, text } = article;
    const verdict = engine.add({ id: index, publishedAtMs, language, publisher, headline, standfirst: "", text });
    partition.follow(verdict);
    return verdict.copyOfId === null ? null : (articles[verdict.copyOfId]?.id ?? null);
  });
  return { stories: articles.map((_, index) => String(partition.keyOf(index))), copyOf };
}

/** Stories by article while verdicts fall. */
export function openPartition() {
  const keyOf = new Map<number, number>();
  const members = new Map<number, Set<number>>();
  const put = (id: number, key: number): void => {
    members.get(keyOf.get(id) ?? -1)?.delete(id);
    keyOf.set(id, key);
    const story = members.get(key) ?? new Set();
    members.set(key, story.add(id));
  };
  return {
    keyOf: (id: number): number | null => keyOf.get(id) ?? null,
    follow: ({ id, storyKey, mergedKeys, splits }: EngineVerdict): void => {
      put(id, storyKey);
      for (const { from, into } of mergedKeys) for (const each of [...(members.get(from) ?? [])]) put(each, into);
      for (const { into, ids } of splits) for (const each of ids) put(each, into);
    },
  };
}
