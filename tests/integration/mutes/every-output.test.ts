import fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";

vi.mock("next/headers", () => import("../../support/browser-request"));

import type { OwnReader } from "@/app/(reader)/_parts/own-route";
import { printPage } from "@/app/(reader)/_parts/print-page";
import { viewerBadge } from "@/lib/accounts/viewer-badge";
import { addMs, dayMs, hourMs } from "@/lib/core/clock";
import { hiddenFrom } from "@/lib/entitlements/hidden-tally";
import type { Mute, OwnAddress } from "@/lib/entitlements/mute-types";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { accountViewer } from "../../support/account-viewer";
import { makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";
import { listLinkedHeadlines, listOutputs, type Output } from "./mute-pages";
import { makeMuteWorld, type World, type WorldArticle } from "./mute-world";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url });
const now = new Date();
const world: World = await makeMuteWorld(db, now);
const outputs = listOutputs(world);
const browser = makeBrowser("203.0.113.9");
afterAll(async () => {
  await stopQueue();
  await close();
});

function readerWith(mutes: Mute[], at = now): OwnReader {
  const viewer = accountViewer({ userId: world.userId, paidUntil: addMs(now, 9 * dayMs), mutes });
  const muting = { hidden: hiddenFrom(viewer), isShown: false, done: null };
  const badge = { ...viewerBadge(viewer, at), muting };
  return { viewer, badge, now: at, mutes };
}

/** What a reader sees of an output: its words, and the articles that it leads to. */
async function look(output: Output, reader: OwnReader): Promise<{ text: string; slugs: Set<string> }> {
  const view = await browser.ask(() => output.compose(reader));
  if (!view || "movedTo" in view) throw new Error(`${output.name} has no page.`);
  const html = printPage(view.page) + printPage(view.head);
  return { text: `${view.title} ${html}`, slugs: new Set([...html.matchAll(/\/article\/(article-\d+)/g)].map(([, slug = ""]) => slug)) };
}

const articleOf = (slug: string): WorldArticle => world.articles.find((article) => article.slug === slug) ?? never(slug);
function never(what: string): never {
  throw new Error(`There is no ${what} in this world.`);
}
const live = (mutes: readonly Mute[], at: Date) => mutes.filter(({ expiresAt }) => expiresAt === null || expiresAt > at);

/** The rule as the page about mutes says it, one mute at a time. */
function isMuted(article: WorldArticle, mutes: readonly Mute[], own?: OwnAddress): boolean {
  const its = { publisher: [article.publisherId], author: article.authorIds, topic: article.topicIds, story: [article.storyId] };
  return mutes.some((mute) => {
    if (mute.kind === "keyword") return article.keywords.includes(mute.keyword) && article.language.startsWith(mute.language);
    return its[mute.kind].some((id) => mute.ids.includes(id) && !(own?.kind === mute.kind && own.id === id));
  });
}

/** The words that may not stand on an output: the names of what is muted, but for what it is the own address of. */
function listForbidden(mutes: readonly Mute[], { own, article }: Output): string[] {
  const names = { publisher: world.publishers, author: world.authors, topic: world.topics, story: world.stories };
  return mutes.flatMap((mute) => {
    if (mute.kind === "keyword") return mute.language === "fr" || article?.keywords.includes(mute.keyword) ? [] : [mute.keyword];
    const its =
      article &&
      { publisher: [article.publisherId], author: article.authorIds, topic: article.topicIds, story: [article.storyId] }[mute.kind];
    const isOwn = (id: number) => (own?.kind === mute.kind && own.id === id) || its?.includes(id);
    return mute.ids.flatMap((id) => (isOwn(id) ? [] : (names[mute.kind][id - 1]?.name ?? [])));
  });
}

const oneOf = (rows: readonly { id: number }[]) => fc.constantFrom(...rows.map(({ id }) => id));
const expiresAt = fc.option(fc.constantFrom(-1, 1, 48).map((hours) => addMs(now, hours * hourMs)));
const rowMute = (kind: OwnAddress["kind"], rows: readonly { id: number }[]): fc.Arbitrary<Mute> =>
  fc.record({ id: fc.nat(), kind: fc.constant(kind), ids: oneOf(rows).map((id) => [id]), expiresAt });
const anyMute: fc.Arbitrary<Mute> = fc.oneof(
  rowMute("publisher", world.publishers),
  rowMute("author", world.authors),
  rowMute("topic", world.topics),
  rowMute("story", world.stories),
  fc.record({
    id: fc.nat(),
    kind: fc.constant("keyword" as const),
    keyword: fc.constantFrom(...world.keywords),
    language: fc.constantFrom("", "en", "fr"),
    expiresAt,
  }),
);

const baselines = new Map<string, Set<string>>();
for (const output of outputs) baselines.set(output.name, (await look(output, readerWith([]))).slugs);

describe("a muted thing", () => {
  it("is there before it is muted: every title, author, topic, story and keyword stands somewhere", async () => {
    const all = (await Promise.all(outputs.map((output) => look(output, readerWith([]))))).map(({ text }) => text).join(" ");
    const { publishers, authors, topics, stories, keywords } = world;
    for (const name of [...[publishers, authors, topics, stories].flat().map((named) => named.name), ...keywords])
      expect(all).toContain(name);
  });

  it("appears in no output beyond its own address, and what is not muted stays in the lists", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyMute, { minLength: 1, maxLength: 5 }),
        fc.shuffledSubarray(outputs, { minLength: 14, maxLength: 14 }),
        async (mutes, some) => {
          for (const output of some) {
            const { text, slugs } = await look(output, readerWith(mutes));
            check(output, live(mutes, now), { text, slugs });
          }
        },
      ),
      { numRuns: 60, seed: 6 },
    );
  });

  it("comes back when its time is over, by the reader's own clock", async () => {
    const mutes: Mute[] = world.publishers.slice(1).map(({ id }) => ({ id, kind: "publisher", ids: [id], expiresAt: addMs(now, hourMs) }));
    const section = outputs[1] ?? never("section");
    const during = await look(section, readerWith(mutes));
    const after = await look(section, readerWith(mutes, addMs(now, hourMs)));
    expect([...during.slugs].every((slug) => articleOf(slug).publisherId === 1)).toBe(true);
    expect(after.slugs).toEqual(baselines.get(section.name));
  });

  it("is counted at the end of the page that leaves it out", async () => {
    const reader = readerWith([{ id: 1, kind: "story", ids: [1], expiresAt: null }]);
    const { text } = await look(outputs[1] ?? never("section"), reader);
    expect(text).toContain("1 hidden by your mutes");
  });

  it("leads to no story by its headline either", async () => {
    const mutes: Mute[] = [{ id: 1, kind: "story", ids: [2, 6, 7], expiresAt: null }];
    const before = await browser.ask(() => listLinkedHeadlines("stories-1", readerWith([])));
    const after = await browser.ask(() => listLinkedHeadlines("stories-1", readerWith(mutes)));
    expect([before.length, after.length]).toEqual([2, 0]);
  });

  it("makes room for another title's telling where only the teller is muted", async () => {
    const told = world.stories.flatMap(({ id }) => {
      const [lead, ...others] = world.articles.filter(({ storyId }) => storyId === id);
      return lead && others.some(({ publisherId }) => publisherId !== lead.publisherId) ? [{ lead, others }] : [];
    });
    const [first] = told;
    if (!first) throw never("story with two titles");
    const mutes: Mute[] = [{ id: 1, kind: "publisher", ids: [first.lead.publisherId], expiresAt: null }];
    const { slugs } = await look(outputs[3] ?? never("top"), readerWith(mutes));
    expect(first.others.some(({ slug }) => slugs.has(slug))).toBe(true);
  });
});

function check(output: Output, mutes: readonly Mute[], { text, slugs }: { text: string; slugs: Set<string> }): void {
  for (const word of listForbidden(mutes, output)) expect(text.includes(word), `${word} on ${output.name}`).toBe(false);
  for (const slug of slugs) {
    const article = articleOf(slug);
    if (article === output.article) continue;
    expect(isMuted(article, mutes, output.own), `${slug} on ${output.name}`).toBe(false);
  }
  if (!output.isList) return;
  const isKept = (article: WorldArticle) =>
    !isMuted(article, mutes, output.own) && !(output.own?.kind === "story" && addsMuted(article, mutes));
  const kept = [...(baselines.get(output.name) ?? [])].filter((slug) => isKept(articleOf(slug)));
  expect([...slugs], `${output.name} keeps what is not muted`).toEqual(expect.arrayContaining(kept));
}

const addsMuted = ({ adds, language }: WorldArticle, mutes: readonly Mute[]): boolean =>
  mutes.some((mute) => mute.kind === "keyword" && mute.keyword === adds && language.startsWith(mute.language));
