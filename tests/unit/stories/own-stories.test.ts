import { describe, expect, it } from "vitest";
import { type OwnArticle, readOwnStories } from "@/tests/fixtures/stories/own-stories";

const articles = readOwnStories();
const byStory = Map.groupBy(articles, (article) => article.story);
const told = [...byStory].filter(([, versions]) => versions.length > 1);

describe("our own stories", () => {
  it("are in order, each article once", () => {
    expect(new Set(articles.map((article) => article.id)).size).toBe(articles.length);
    expect(articles.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())).toEqual(articles);
  });

  it("tell more than twelve events in several titles, each in one language and within three days", () => {
    expect(told.length).toBeGreaterThanOrEqual(12);
    for (const [, versions] of told) {
      expect(new Set(versions.map((version) => version.language)).size).toBe(1);
      expect(new Set(versions.map((version) => version.title)).size).toBe(versions.length);
      expect(spanDays(versions)).toBeLessThan(3);
    }
    expect(new Set(told.map(([, versions]) => versions[0]?.language))).toEqual(new Set(["en", "de", "fr", "es", "ar", "ja"]));
  });

  it("hold the wire copies they declare, and no others", () => {
    const copies = articles.filter((article) => article.copyOf !== undefined);
    expect(new Set(copies.map((copy) => copy.story)).size).toBe(2);
    for (const article of articles) {
      const others = articles.filter((other) => other.id !== article.id && shared(article.text, other.text) > 0.3);
      const origin = article.copyOf ?? article.id;
      expect(others.map((other) => other.id).sort()).toEqual(
        articles
          .filter((other) => other.id !== article.id && (other.copyOf ?? other.id) === origin)
          .map((other) => other.id)
          .sort(),
      );
      expect(article.edits !== undefined).toBe(article.copyOf !== undefined);
    }
  });

  it("set a report a week after its accident apart from it", () => {
    const accident = byStory.get("derailment") ?? [];
    const report = byStory.get("derailment-report") ?? [];
    expect(spanDays([...accident, ...report])).toBeGreaterThan(7);
  });
});

function spanDays(versions: OwnArticle[]): number {
  const times = versions.map((version) => version.publishedAt.getTime());
  return (Math.max(...times) - Math.min(...times)) / 86_400_000;
}

/** Share of runs of four words that two texts have in common. */
function shared(one: string, other: string): number {
  const [a, b] = [shingles(one), shingles(other)];
  const common = a.intersection(b).size;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

function shingles(text: string): Set<string> {
  const words = text.split(/\s+/);
  return new Set(words.slice(3).map((_, index) => words.slice(index, index + 4).join(" ")));
}
