import { describe, expect, it } from "vitest";
import { epochLabel, lastChangeAt, listPublished } from "@/prisma/newsroom/newsroom-clock";
import { EPOCH, sampleArticle, sampleNewsroom, sampleTitle } from "./sample-newsroom";

const minutesOn = (minutes: number) => new Date(EPOCH.getTime() + minutes * 60_000);
const title = sampleTitle();

describe("the newsroom's clock", () => {
  it("publishes an article the given minutes before the epoch", () => {
    const [article] = listPublished(sampleNewsroom(), title, EPOCH, minutesOn(0));
    expect(article?.publishedAt).toEqual(new Date("2026-11-22T05:00:00Z"));
    expect(article?.updatedAt).toBeNull();
  });

  it("holds an article with negative minutes back until its minute after the epoch", () => {
    const newsroom = sampleNewsroom(title, [sampleArticle({ minutesAgo: -20 })]);
    expect(listPublished(newsroom, title, EPOCH, minutesOn(19.99))).toEqual([]);
    expect(listPublished(newsroom, title, EPOCH, minutesOn(20))).toHaveLength(1);
  });

  it("applies an update at its minute and not before", () => {
    const update = {
      afterMinutes: 15,
      kind: "correction" as const,
      headline: "The harbour’s gates close",
      appendBody: ["Corrected."],
      replaceBody: { find: "First", with: "$& Second" },
    };
    const newsroom = sampleNewsroom(title, [sampleArticle({ update })]);
    const [before] = listPublished(newsroom, title, EPOCH, minutesOn(14));
    const [later] = listPublished(newsroom, title, EPOCH, minutesOn(15));
    expect(before?.headline).toBe("The harbour’s gates < open & close");
    expect(later?.headline).toBe("The harbour’s gates close");
    expect(later?.body[0]).toBe("$& Second & _foremost_.");
    expect(later?.body.at(-1)).toBe("Corrected.");
    expect(later?.updatedAt).toEqual(minutesOn(15));
    expect(later?.publishedAt).toEqual(before?.publishedAt);
  });

  it("lists newest first, equal times by key", () => {
    const articles = [sampleArticle({ key: "b" }), sampleArticle({ key: "c", minutesAgo: 5 }), sampleArticle({ key: "a" })];
    expect(listPublished(sampleNewsroom(title, articles), title, EPOCH, minutesOn(0)).map((article) => article.key)).toEqual([
      "c",
      "a",
      "b",
    ]);
  });

  it("drops the epoch's milliseconds, so that feeds without them agree", () => {
    const [article] = listPublished(sampleNewsroom(), title, new Date("2026-11-22T06:00:00.789Z"), minutesOn(1));
    expect(article?.publishedAt.getUTCMilliseconds()).toBe(0);
  });

  it("gives another epoch another label", () => {
    expect(epochLabel(EPOCH)).not.toBe(epochLabel(minutesOn(1)));
  });

  it("counts an update as the last change", () => {
    const newsroom = sampleNewsroom(title, [sampleArticle({ update: { afterMinutes: 3, kind: "update" } })]);
    expect(lastChangeAt(listPublished(newsroom, title, EPOCH, minutesOn(10)))).toEqual(minutesOn(3));
  });
});
