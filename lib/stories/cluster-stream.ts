import { guessLanguage } from "./engine/guess-language";
import { openEngine } from "./engine/open-engine";
import type { EngineVerdict, StoryEngine } from "./engine/types";
import { openStoryLabels } from "./story-labels";

/** An article of a stream without a store. */
export type StreamedArticle = {
  id: string;
  publishedAtMs: number;
  title: string;
  text: string;
  language: string | null;
  publisher: string;
};

/** Where an article of the stream belongs. `storyId` is the id of the story's first article, score 0 to 1. */
export type StreamedChoice = { id: string; storyId: string; score: number; duplicateOf?: string };

/** Gives a stream's articles their stories as they come. */
export type ClusterStream = {
  /** Takes an article in. @returns what is settled by now, each article once */
  push: (article: StreamedArticle) => StreamedChoice[];
  /** Settles the rest. */
  end: () => StreamedChoice[];
};

/** However slowly the clock of a stream moves, no more articles than this wait. */
const waitingMax = 2_000;

/**
 * Opens a stream. An article waits twice for `settleMs` of the stream's own time: to be judged, so that those of one
 * time are judged in the order of their dates whatever order they come in; and to be printed, so that stories
 * which merge or part at once are printed as they are then. An id that comes again is printed as before.
 */
export function openClusterStream({ settleMs }: { settleMs: number }): ClusterStream {
  const toJudge: StreamedArticle[] = [];
  const engines = new Map<string, StoryEngine>();
  const labels = openStoryLabels();
  /** Articles by language: what names none is most likely of the language that prevails. */
  const counts = new Map<string, number>();
  let clockMs = Number.NEGATIVE_INFINITY;
  let nextKey = 0;

  const engineOf = (language: string): StoryEngine => {
    const known = engines.get(language);
    if (known) return known;
    const opened = openEngine({ newKey: () => ++nextKey });
    engines.set(language, opened);
    return opened;
  };
  const prevailing = (): string => [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), ["en", 0] as const)[0];
  const judge = (article: StreamedArticle): void => {
    if (labels.repeat(article.id, article.publishedAtMs)) return;
    const language = article.language ?? guessLanguage(`${article.title} ${article.text}`, prevailing());
    counts.set(language, (counts.get(language) ?? 0) + 1);
    const verdict: EngineVerdict = engineOf(language).add({
      id: labels.numberOf(article.id),
      publishedAtMs: article.publishedAtMs,
      language,
      publisher: article.publisher,
      headline: article.title,
      standfirst: "",
      text: article.text,
    });
    labels.note(article, verdict);
  };
  const judgeUntil = (untilMs: number): void => {
    const due = toJudge.findIndex((article) => article.publishedAtMs > untilMs);
    const count = Math.max(due === -1 ? toJudge.length : due, toJudge.length - waitingMax);
    for (const article of toJudge.splice(0, count)) judge(article);
  };
  return {
    push: (article) => {
      clockMs = Math.max(clockMs, article.publishedAtMs);
      insertInOrder(toJudge, article);
      judgeUntil(clockMs - settleMs);
      return labels.take(clockMs - 2 * settleMs, waitingMax);
    },
    end: () => {
      judgeUntil(Number.POSITIVE_INFINITY);
      return labels.take(Number.POSITIVE_INFINITY, 0);
    },
  };
}

/** By date, then by id; most come nearly in order, so the place is sought from the end. */
function insertInOrder(waiting: StreamedArticle[], article: StreamedArticle): void {
  const after = waiting.findLastIndex(
    (each) => each.publishedAtMs < article.publishedAtMs || (each.publishedAtMs === article.publishedAtMs && each.id <= article.id),
  );
  waiting.splice(after + 1, 0, article);
}
