import { afterAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { getViewer } from "@/lib/accounts/guards";
import { readArticle } from "@/lib/articles/queries";
import { readChanges } from "@/lib/articles/revision-queries";
import { storeEntries } from "@/lib/articles/store";
import { withdrawArticle } from "@/lib/articles/withdraw-store";
import { addMs, hourMs } from "@/lib/core/clock";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { forgetRemembered } from "@/lib/platform/remember";
import { inSqlTransaction } from "@/lib/platform/sql";
import { keepProgress } from "@/lib/reading/progress-commands";
import { findOwnReading } from "@/lib/reading/read-queries";
import { newPerson } from "../../support/account-world";
import { theDesk } from "../../support/audit-actor";
import { type Browser, makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";
import { makeDraft, makeEntry, makeFeed, seenAt, words } from "../../unit/articles/make-draft";
import { storePublisher } from "../ingest/store-publisher";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

const visitor = { kind: "visitor" } as const;
const notice = "Correction: An earlier version said that nine were rescued.";
const secret = "A sentence that only members may read.";

/** A title with one article, and how to bring its next version an hour later. */
async function publish(slug: string) {
  const publisherId = await storePublisher(db, slug);
  const clock = { now: seenAt };
  const bring = async (title: string, paragraphs: string[]) => {
    const entry = makeEntry({ guid: slug, url: `https://${slug}.example/a`, title, paragraphs: [words(60), ...paragraphs] });
    const draft = makeDraft(entry, makeFeed({ publisherId, publisher: { ...makeFeed().publisher, slug } }));
    await inSqlTransaction((conn) => storeEntries([{ publisherId, drafts: [draft] }], { now: clock.now, sanitizerVersion: 1 }, conn));
    clock.now = addMs(clock.now, hourMs);
    forgetRemembered();
  };
  await bring("Nine rescued from ferry", [words(200), secret]);
  const article = await db.article.findFirstOrThrow({ where: { publisherId }, select: { id: true, slug: true } });
  return { bring, ...article };
}

const changesOf = async (slug: string) => (await readChanges(slug, visitor, new Date()))?.changes ?? [];

describe("what changed", () => {
  it("is every version beside the next, to anyone, with the correction's own words and nothing else of the text", async () => {
    const article = await publish("ferry");
    await article.bring("Eleven rescued from ferry", [words(210), secret, notice]);
    await article.bring("Eleven rescued from ferry", [words(230), secret, `${secret} It has another.`, notice]);
    const changes = await changesOf(article.slug);
    expect(changes.map(({ kind, headline, note }) => [kind, headline !== null, note])).toEqual([
      ["material", false, null],
      ["material", true, notice],
    ]);
    expect(JSON.stringify(changes)).not.toContain("only members");
    const view = await readArticle(article.slug, visitor, new Date());
    expect(view).toMatchObject({ text: { kind: "walled" }, history: { headlineChanges: 1, materialChanges: 2 } });
  });

  it("never credits a change with a notice that stood there before it", async () => {
    const article = await publish("harbour");
    await article.bring("Eleven rescued from ferry", [words(210), notice]);
    await db.revision.deleteMany({ where: { articleId: article.id } });
    await article.bring("Twelve rescued from ferry", [words(210), notice]);
    expect((await changesOf(article.slug)).map((change) => change.note)).toEqual([null]);
  });

  it("folds nothing away that counts: typography is minor and no change of the headline", async () => {
    const article = await publish("quotes");
    await article.bring("Nine ‘rescued’ from ferry", [words(200), secret]);
    expect((await changesOf(article.slug)).map((change) => change.kind)).toEqual(["minor"]);
    expect(await readArticle(article.slug, visitor, new Date())).toMatchObject({ history: { headlineChanges: 0, materialChanges: 0 } });
  });

  it("is gone with the article that was withdrawn, and there for nobody while under embargo", async () => {
    const article = await publish("withdrawn");
    await article.bring("Eleven rescued from ferry", [words(210)]);
    await db.article.update({ where: { id: article.id }, data: { embargoUntil: addMs(new Date(), hourMs) } });
    expect(await readChanges(article.slug, visitor, new Date())).toBeNull();
    await db.article.update({ where: { id: article.id }, data: { embargoUntil: null } });
    await withdrawArticle(article.slug, theDesk, new Date());
    expect(await readChanges(article.slug, visitor, new Date())).toBeNull();
    expect(await readChanges("no-such-article", visitor, new Date())).toBeNull();
  });
});

describe("changed since you read it", () => {
  /** Five seconds with the version of that number before one's eyes. */
  const look = (slug: string, revision: number) => keepProgress(slug, { revision, active: 5, depth: 40, sentence: 0 });

  const changedFor = (slug: string, browser: Browser) =>
    browser.ask(async () => {
      const viewer = await getViewer();
      const view = await readArticle(slug, viewer, new Date());
      return view && ((await findOwnReading(view, viewer, new Date()))?.changed ?? null);
    });

  it("names what is another than in the version last looked at, until the newest is", async () => {
    const article = await publish("reader");
    const { browser } = await newPerson(db);
    expect(await changedFor(article.slug, browser)).toBeNull();
    expect(await browser.ask(() => look(article.slug, 0))).toEqual({ ok: true, value: undefined });
    await article.bring("Nine rescued from ferry", [words(240), secret]);
    expect(await changedFor(article.slug, browser)).toMatchObject({ parts: ["text"] });
    await article.bring("Eleven rescued from ferry", [words(240), secret]);
    expect(await changedFor(article.slug, browser)).toMatchObject({ parts: ["headline", "text"] });
    await browser.ask(() => look(article.slug, 1));
    expect(await changedFor(article.slug, browser)).toMatchObject({ parts: ["headline"] });
    await browser.ask(() => look(article.slug, 2));
    expect(await changedFor(article.slug, browser)).toBeNull();
  });

  it("is kept neither of whoever asks not to be followed, nor of a reader at the wall, nor of a visitor", async () => {
    const article = await publish("unfollowed");
    const { browser, userId } = await newPerson(db);
    for (const header of ["sec-gpc", "dnt"]) {
      const private_ = makeBrowser("198.51.100.9", undefined, { [header]: "1" });
      for (const [name, value] of browser.cookies) private_.cookies.set(name, value);
      expect(await private_.ask(() => look(article.slug, 0))).toEqual({ ok: true, value: undefined });
    }
    await db.user.update({ where: { id: userId }, data: { trialEndsAt: new Date(0) } });
    expect(await browser.ask(() => look(article.slug, 0))).toEqual({ ok: false, error: { kind: "membership" } });
    const stranger = makeBrowser("198.51.100.10");
    expect(await stranger.ask(() => look(article.slug, 0))).toEqual({ ok: false, error: { kind: "sign-in" } });
    expect(await db.articleRead.count({ where: { articleId: article.id } })).toBe(0);
  });
});
