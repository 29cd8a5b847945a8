import { expect, it } from "vitest";
import { cutLeadIn } from "@/lib/articles/cut-lead-in";
import { chooseStory, type StoryMember } from "@/lib/stories/choose-story";
import { extractTerms } from "@/lib/stories/extract-terms";
import { addMember, listCandidates, openWindow } from "@/lib/stories/story-window";
import { loadNewsroom } from "@/prisma/newsroom/load-newsroom";

type Told = { member: StoryMember; event: string; language: string };

/** Every article of the newsroom, oldest first, as clustering sees it. */
function readNewsroom(): Told[] {
  const { titles, events } = loadNewsroom();
  const languageOf = new Map(titles.map((title) => [title.slug, title.language]));
  const told = events.flatMap(({ key, articles }) =>
    articles.map((article) => {
      const language = languageOf.get(article.title) ?? "en";
      const paragraphs = article.body.filter((block) => !/^(!\[|## |> )/.test(block));
      const leadIn = cutLeadIn(paragraphs, language).join("\n\n");
      return { event: key, language, minutesAgo: article.minutesAgo, terms: extractTerms({ ...article, leadIn, language }) };
    }),
  );
  return told
    .sort((a, b) => b.minutesAgo - a.minutesAgo)
    .map(({ event, language, minutesAgo, terms }, index) => ({
      event,
      language: language.slice(0, 2),
      member: { id: index + 1, storyId: null, terms, publishedAtMs: -minutesAgo * 60_000 },
    }));
}

/** Clusters one language as a stream and scores pairs against the events they were written about. */
function measure(told: Told[]): { precision: number; recall: number } {
  const window = openWindow(
    [],
    told.map(({ member }) => member),
  );
  for (const { member } of told) {
    const choice = chooseStory(member, listCandidates(window, member), window.weight);
    member.storyId = choice.kind === "join" ? choice.storyId : member.id;
    addMember(window, member);
  }
  const pairs = told.flatMap((a, index) =>
    told.slice(index + 1).map((b) => ({ isOne: a.event === b.event, isJoined: a.member.storyId === b.member.storyId })),
  );
  const right = pairs.filter(({ isOne, isJoined }) => isOne && isJoined).length;
  return {
    precision: right / Math.max(1, pairs.filter(({ isJoined }) => isJoined).length),
    recall: right / Math.max(1, pairs.filter(({ isOne }) => isOne).length),
  };
}

const told = readNewsroom();

it("joins most English versions of one event and never two events", () => {
  const { precision, recall } = measure(told.filter(({ language }) => language === "en"));
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.75);
});

it.each(["fr", "de", "ar", "ja"])("joins no two events in %s", (language) => {
  const ofLanguage = told.filter((one) => one.language === language);
  measure(ofLanguage);
  const stories = Map.groupBy(ofLanguage, ({ member }) => member.storyId);
  for (const group of stories.values()) expect(new Set(group.map(({ event }) => event)).size).toBe(1);
});
