import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openClusterStream, type StreamedArticle } from "@/lib/stories/cluster-stream";
import { openEngine } from "@/lib/stories/engine/open-engine";
import type { EngineArticle, EngineMember, EngineVerdict } from "@/lib/stories/engine/types";
import { openPartition } from "@/tests/bench/cluster/run-engine";
import { readOwnStories } from "@/tests/fixtures/stories/own-stories";

const settleMs = 600_000;
const subjects = ["ferry", "minister", "glacier", "orchestra", "tunnel", "harvest", "satellite", "museum", "strike", "derby"];
const doings = ["sinks", "resigns", "melts", "opens", "collapses", "fails", "returns", "burns", "spreads", "ends"];
const places = ["Torsay", "Vallen", "Hollin", "Marbeck", "Ostrand", "Quillan"];

const word = (list: readonly string[]) => fc.integer({ min: 0, max: list.length - 1 }).map((at) => list[at] ?? "");
const title = fc.tuple(word(subjects), word(doings), word(places), word(places)).map((words) => words.join(" "));

/** Up to forty headlines a few minutes apart, as a feed has them. */
const generated = fc
  .array(fc.record({ title, gapMinutes: fc.integer({ min: 0, max: 90 }) }), { minLength: 2, maxLength: 40 })
  .map((list) => {
    let atMs = Date.UTC(2026, 3, 1);
    return list.map(({ title: text, gapMinutes }, index): StreamedArticle => {
      atMs += gapMinutes * 60_000;
      return { id: `a${index}`, publishedAtMs: atMs, title: text, text: "", language: "en", publisher: `p${index % 5}` };
    });
  });
const fixtures: StreamedArticle[] = readOwnStories().map((article) => ({ ...article, publishedAtMs: article.publishedAt.getTime() }));

/** The articles in another order, none moved past one that is ten minutes younger. */
const late = (articles: StreamedArticle[]) =>
  fc.array(fc.integer({ min: 0, max: settleMs - 1 }), { minLength: articles.length, maxLength: articles.length }).map((delays) =>
    articles
      .map((article, index) => ({ article, seenAtMs: article.publishedAtMs + (delays[index] ?? 0) }))
      .sort((a, b) => a.seenAtMs - b.seenAtMs)
      .map(({ article }) => article),
  );

function printed(articles: readonly StreamedArticle[]): Map<string, string> {
  const stream = openClusterStream({ settleMs });
  const choices = [...articles.flatMap((article) => stream.push(article)), ...stream.end()];
  return new Map(choices.map((choice) => [choice.id, JSON.stringify(choice)]));
}

const toEngine = (article: StreamedArticle, id: number): EngineArticle => ({
  id,
  publishedAtMs: article.publishedAtMs,
  language: "en",
  publisher: article.publisher,
  headline: article.title,
  standfirst: "",
  text: article.text,
});

function counter(from = 0) {
  let key = from;
  return { newKey: () => ++key };
}

const english = fixtures.filter(({ language }) => language === "en").map(toEngine);

/** Where every article is after these verdicts, as the store would keep it. */
function storedAfter(articles: readonly EngineArticle[], verdicts: readonly EngineVerdict[]): EngineMember[] {
  const partition = openPartition();
  for (const verdict of verdicts) partition.follow(verdict);
  return verdicts.map(({ id, terms, weights, signature, copyOfId }, index) => ({
    id,
    terms,
    weights,
    signature,
    copyOfId,
    storyKey: partition.keyOf(id) ?? 0,
    publishedAtMs: articles[index]?.publishedAtMs ?? 0,
    publisher: articles[index]?.publisher ?? "",
    headline: articles[index]?.headline ?? "",
  }));
}

describe("the order of a stream", () => {
  it("does not matter within ten minutes: same stories, scores and copies", () => {
    const shuffled = fc.oneof(generated, fc.constant(fixtures)).chain((articles) => fc.tuple(fc.constant(articles), late(articles)));
    fc.assert(
      fc.property(shuffled, ([articles, disordered]) => {
        expect(printed(disordered)).toEqual(printed(articles));
      }),
      { numRuns: 25 },
    );
  });

  it("is not disturbed by articles that come twice", () => {
    const repeated = generated.chain((articles) => fc.tuple(fc.constant(articles), fc.subarray(articles)));
    fc.assert(
      fc.property(repeated, ([articles, again]) => {
        const both = [...articles, ...again].sort((a, b) => a.publishedAtMs - b.publishedAtMs);
        expect(printed(both)).toEqual(printed(articles));
      }),
      { numRuns: 25 },
    );
  });

  it("is restored when the last articles are taken out and come again", () => {
    fc.assert(
      fc.property(generated, fc.integer({ min: 1, max: 20 }), (stream, count) => {
        const articles = stream.map(toEngine);
        const engine = openEngine(counter());
        const straight = articles.map((article) => engine.add(article));
        const again = articles.slice(-count);
        for (const { id } of again.toReversed()) engine.remove(id);
        const renamed = again.map((article) => engine.add(article));
        const expected = straight.slice(-again.length);
        expect(renamed.map(({ score, copyOfId, terms, weights }) => ({ score, copyOfId, terms, weights }))).toEqual(
          expected.map(({ score, copyOfId, terms, weights }) => ({ score, copyOfId, terms, weights })),
        );
        expect(renamed.map(({ isNew }) => isNew)).toEqual(expected.map(({ isNew }) => isNew));
      }),
      { numRuns: 25 },
    );
  });

  it("goes on after a restart as if there had been none", () => {
    const streams = fc.oneof(
      generated.map((list) => list.map(toEngine)),
      fc.constant(english),
    );
    fc.assert(
      fc.property(streams, fc.double({ min: 0, max: 1, noNaN: true }), (articles, part) => {
        const at = Math.floor(part * articles.length);
        const [before, after] = [articles.slice(0, at), articles.slice(at)];
        const steady = openEngine(counter());
        const verdicts = before.map((article) => steady.add(article));
        const stored = storedAfter(before, verdicts);
        const keysUsed = verdicts.reduce((most, { storyKey, splits }) => Math.max(most, storyKey, ...splits.map(({ into }) => into)), 0);
        const restarted = openEngine(counter(keysUsed));
        restarted.warm(stored);
        expect(after.map((article) => restarted.add(article))).toEqual(after.map((article) => steady.add(article)));
      }),
      { numRuns: 25 },
    );
  });
});

describe("an editor's word", () => {
  const first = toEngine({ id: "", publishedAtMs: 0, title: "Ferry sinks off Torsay", text: "", language: "en", publisher: "a" }, 1);

  it("holds an article in a story that it is nothing like", () => {
    const engine = openEngine(counter());
    const { storyKey } = engine.add(first);
    engine.hold(2, storyKey);
    expect(engine.add({ ...first, id: 2, headline: "Orchestra opens in Quillan" }).storyKey).toBe(storyKey);
  });

  it("keeps two stories apart that are alike", () => {
    const engine = openEngine(counter());
    const { storyKey } = engine.add(first);
    engine.hold(2, 77);
    engine.keepApart(storyKey, 77);
    const verdict = engine.add({ ...first, id: 2 });
    expect(verdict.storyKey).toBe(77);
    expect(verdict.mergedKeys).toEqual([]);
  });
});
