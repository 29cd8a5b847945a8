import { expect, it } from "vitest";
import { cutLeadIn } from "@/lib/articles/cut-lead-in";
import { loadNewsroom } from "@/prisma/newsroom/load-newsroom";
import { runEngine } from "@/tests/bench/cluster/run-engine";
import type { SetArticle } from "@/tests/bench/cluster/types";

/** Every article of the newsroom, oldest first, as clustering sees it; `story` is the event it was written about. */
function readNewsroom(): SetArticle[] {
  const { titles, events } = loadNewsroom();
  const languageOf = new Map(titles.map((title) => [title.slug, title.language]));
  const told = events.flatMap(({ key, articles }) =>
    articles.map((article, index): SetArticle => {
      const language = (languageOf.get(article.title) ?? "en").slice(0, 2);
      const paragraphs = article.body.filter((block) => !/^(!\[|## |> )/.test(block));
      const text = [article.standfirst, ...cutLeadIn(paragraphs, language)].join("\n\n");
      const publishedAtMs = -article.minutesAgo * 60_000;
      return {
        id: `${key} ${index}`,
        title: article.headline,
        text,
        publishedAtMs,
        language,
        publisher: article.title,
        story: key,
        halfKey: key,
      };
    }),
  );
  return told.sort((a, b) => a.publishedAtMs - b.publishedAtMs);
}

const articles = readNewsroom();
const { stories } = runEngine(articles);
const placed = articles.map((article, index) => ({ ...article, found: stories[index] ?? "" }));

it.each(["en", "fr", "de", "ar", "ja"])("joins no two events in %s", (language) => {
  const own = placed.filter((article) => article.language === language);
  for (const group of Map.groupBy(own, ({ found }) => found).values()) expect(new Set(group.map(({ story }) => story)).size).toBe(1);
});

it("joins most English versions of one event", () => {
  const own = placed.filter(({ language }) => language === "en");
  const pairs = own.flatMap((a, index) => own.slice(index + 1).flatMap((b) => (a.story === b.story ? [a.found === b.found] : [])));
  expect(pairs.filter(Boolean).length / pairs.length).toBeGreaterThanOrEqual(0.75);
});
