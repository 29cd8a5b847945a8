import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadNewsroom, NewsroomFault } from "@/prisma/newsroom/load-newsroom";
import { sampleArticle, sampleTitle } from "./sample-newsroom";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "newsroom-"));
  mkdirSync(path.join(folder, "events"));
  writeFileSync(path.join(folder, "titles.json"), JSON.stringify([sampleTitle()]));
});
afterEach(() => rmSync(folder, { recursive: true }));

const writeEvent = (name: string, content: unknown) =>
  writeFileSync(path.join(folder, "events", name), typeof content === "string" ? content : JSON.stringify(content));

function faultsOf(): string[] {
  try {
    loadNewsroom(folder);
  } catch (error) {
    if (error instanceof NewsroomFault) return error.faults;
    throw error;
  }
  return [];
}

describe("loading the newsroom", () => {
  it("reads titles and events", () => {
    writeEvent("one.json", { key: "one", articles: [sampleArticle()] });
    expect(loadNewsroom(folder).events[0]?.articles[0]?.key).toBe("harbour-opens");
  });

  it("has no faults in the bundled files", () => {
    const newsroom = loadNewsroom();
    expect(newsroom.titles).toHaveLength(12);
    expect(newsroom.events.length).toBeGreaterThan(0);
  });

  it("names file and path of a wrong value", () => {
    writeEvent("bad.json", { key: "bad", articles: [{ ...sampleArticle(), section: "gossip" }] });
    expect(faultsOf()).toEqual([expect.stringMatching(/^events\/bad\.json: articles\[0\]\.section: /)]);
  });

  it("names the file of broken JSON and goes on to the next", () => {
    writeEvent("a.json", "{");
    writeEvent("b.json", { key: "Not A Key", articles: [sampleArticle()] });
    expect(faultsOf()).toEqual([expect.stringMatching(/^events\/a\.json: /), expect.stringMatching(/^events\/b\.json: key: /)]);
  });

  it("refuses a key used twice within a title", () => {
    writeEvent("a.json", { key: "a", articles: [sampleArticle()] });
    writeEvent("b.json", { key: "b", articles: [sampleArticle()] });
    expect(faultsOf()).toEqual([
      'events/b.json: articles[0].key: article key "harbour-opens" of sample-title is already used at events/a.json: articles[0].key',
    ]);
  });

  it.each([
    ["a title that is not there", { title: "nobody" }, 'articles[0].title: no title "nobody"'],
    ["a section the title lacks", { section: "sport" as const }, 'articles[0].section: sample-title has no section "sport"'],
    ["a picture nobody carries", { body: ["![lost]"] }, 'articles[0].body[0]: no picture "lost"'],
    [
      "a replacement of what is not there",
      { update: { afterMinutes: 5, kind: "update" as const, replaceBody: { find: "zebra", with: "x" } } },
      'articles[0].update.replaceBody.find: the body does not contain "zebra"',
    ],
    [
      "an update before its article",
      { minutesAgo: -30, update: { afterMinutes: 30, kind: "update" as const } },
      "articles[0].update.afterMinutes: the update would come before the article",
    ],
  ])("refuses %s", (_what, over, words) => {
    writeEvent("a.json", { key: "a", articles: [sampleArticle(over)] });
    expect(faultsOf()).toEqual([expect.stringContaining(words)]);
  });
});
