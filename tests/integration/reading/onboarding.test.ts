import { afterAll, beforeAll, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { followsMax, listFollows } from "@/lib/reading/follow-store";
import { followRefText } from "@/lib/reading/follow-types";
import { adoptChoices, keepStart } from "@/lib/reading/onboarding-commands";
import { hasCarriedChoices, hasChosen, readStart } from "@/lib/reading/onboarding-queries";
import { listNewsTopics, listTitleReach } from "@/lib/reading/onboarding-store";
import { findReaderSettings } from "@/lib/reading/settings-store";
import { accountViewer } from "../../support/account-viewer";
import { newPerson } from "../../support/account-world";
import { type Browser, makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";
import { openTitle, openTopic, printArticle, tellStory, worldNow } from "./follow-world";

const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

const visitor = { kind: "visitor" } as const;
let herald = 0;
let courier = 0;
let glaciers = 0;

beforeAll(async () => {
  herald = (await openTitle(db, "herald")).publisherId;
  courier = (await openTitle(db, "courier")).publisherId;
  await openTitle(db, "silent");
  glaciers = await openTopic(db, "glaciers");
  await db.publisher.update({ where: { id: courier }, data: { country: "AT" } });
  const lead = await printArticle(db, { publisherId: herald, minutesAgo: 30, topicIds: [glaciers] });
  const other = await printArticle(db, { publisherId: courier, minutesAgo: 20, section: "science" });
  const storyId = await tellStory(db, lead);
  await db.topPlace.create({ data: { edition: "en", section: "all", place: 1, storyId, score: 1, terms: {} } });
  expect(other).toBeGreaterThan(0);
});

const picks = () => ({ country: "AT", language: ["en", "de"], pick: [`publisher:${herald}`, `topic:${glaciers}`, "section:science"] });
const refsOf = async (userId: string) => (await listFollows(userId)).map(followRefText).sort();
const start = (browser: Browser, query: string, acceptLanguage = "en-GB,en;q=0.9") =>
  browser.ask(() => readStart({ viewer: visitor, now: worldNow, query: new URLSearchParams(query), acceptLanguage }));

/** A new person in the browser of a visitor who picked something. */
async function signedUpFrom(carrying: Browser) {
  const person = await newPerson(db);
  for (const [name, value] of carrying.cookies) person.browser.cookies.set(name, value);
  return person;
}

it("carries what a visitor picked to the account that they make, once", async () => {
  const browser = makeBrowser("192.0.2.1");
  expect(await browser.ask(() => keepStart(picks()))).toEqual({ ok: true, value: "/sign-up" });
  expect((await start(browser, "")).choices).toMatchObject({ country: "AT", picks: { length: 3 } });
  const { browser: theirs, userId } = await signedUpFrom(browser);
  expect(await hasChosen(accountViewer({ userId }))).toBe(false);
  expect(await theirs.ask(hasCarriedChoices)).toBe(true);
  await theirs.ask(adoptChoices);
  expect(await refsOf(userId)).toEqual([...picks().pick].sort());
  expect(await findReaderSettings(userId)).toMatchObject({ country: "AT", languages: ["en", "de"], onboardedAt: expect.any(Date) });
  expect(await theirs.ask(hasCarriedChoices)).toBe(false);
  expect(await hasChosen(accountViewer({ userId }))).toBe(true);
});

it("changes nothing for whoever has chosen already, and for what nobody wrote", async () => {
  const browser = makeBrowser("192.0.2.2");
  await browser.ask(() => keepStart(picks()));
  const { browser: theirs, userId } = await signedUpFrom(browser);
  const carried = [...theirs.cookies];
  await theirs.ask(() => keepStart({ pick: "section:sport" }));
  for (const [name, value] of carried) theirs.cookies.set(name, value);
  await theirs.ask(adoptChoices);
  expect(await refsOf(userId)).toEqual(["section:sport"]);
  expect(await theirs.ask(hasCarriedChoices)).toBe(false);
  const forged = makeBrowser("192.0.2.3");
  forged.cookies.set("broadsheet-choices", "AT~en~publisher.1;DROP TABLE follow");
  expect(await forged.ask(hasCarriedChoices)).toBe(false);
  await forged.ask(adoptChoices);
});

it("lets go of what an account followed and left unpicked, and of nothing that was not shown", async () => {
  const { browser, userId } = await newPerson(db);
  await browser.ask(() => keepStart({ pick: ["section:sport", "section:world", "section:life"] }));
  await browser.ask(() => keepStart({ pick: ["section:world", "section:climate"], followed: ["section:world", "section:sport"] }));
  expect(await refsOf(userId)).toEqual(["section:climate", "section:life", "section:world"]);
});

it("may be skipped, and is not asked for again", async () => {
  const { browser, userId } = await newPerson(db);
  expect(await browser.ask(() => keepStart({ ...picks(), skip: "1" }))).toEqual({ ok: true, value: "/" });
  expect(await refsOf(userId)).toEqual([]);
  expect(await hasChosen(accountViewer({ userId }))).toBe(true);
  const nobody = makeBrowser("192.0.2.4");
  expect(await nobody.ask(() => keepStart({ ...picks(), skip: "1" }))).toEqual({ ok: true, value: "/" });
  expect(nobody.cookies.size).toBe(0);
});

it("says where there is not room for all", async () => {
  const { browser, userId } = await newPerson(db);
  await db.follow.createMany({
    data: Array.from({ length: followsMax - 1 }, (_, at) => ({ userId, kind: "author", target: String(9_000 + at), followedAt: worldNow })),
  });
  expect(await browser.ask(() => keepStart(picks()))).toEqual({ ok: false, error: { kind: "too-many" } });
  expect(await refsOf(userId)).toHaveLength(followsMax);
});

it("refuses a form from another site's page", async () => {
  const foreign = makeBrowser("192.0.2.5", undefined, { "sec-fetch-site": "cross-site" });
  expect(await foreign.ask(() => keepStart(picks()))).toEqual({ ok: false, error: { kind: "sign-in" } });
  expect(foreign.cookies.size).toBe(0);
});

it("offers what prints, from the browser's own place and language, and shows the page that the picks make", async () => {
  const browser = makeBrowser("192.0.2.6");
  const first = await start(browser, "", "en-AT,de;q=0.7");
  expect(first.choices).toEqual({ country: "AT", languages: ["en"], picks: [] });
  expect(first.titles.map(({ name }) => name)).toEqual(["courier", "herald"]);
  expect(first.topics.map(({ name }) => name)).toEqual(["Topic glaciers"]);
  expect(first.preview.map(({ because }) => because)).toEqual([[]]);
  const picked = await start(browser, `chosen=1&language=en&pick=section:science&pick=author:77&pick=nonsense&country=xx`);
  expect(picked.choices).toEqual({ country: null, languages: ["en"], picks: [{ kind: "section", target: "science" }] });
  expect(picked.preview[0]?.because.map(({ name }) => name)).toEqual(["Science"]);
  expect(picked.preview).toHaveLength(2);
  const silent = await start(browser, `pick=publisher:${(await db.publisher.findUniqueOrThrow({ where: { slug: "silent" } })).id}`);
  expect(silent.titles.map(({ name }) => name)).toEqual(["silent", "herald", "courier"]);
});

it("knows at most so much of titles and topics however the paper grows", async () => {
  expect(await listTitleReach(["en"], worldNow)).toEqual([
    { publisherId: herald, topStories: 1, articles: 1 },
    { publisherId: courier, topStories: 0, articles: 1 },
  ]);
  expect(await listNewsTopics(["de", "en"], 1)).toHaveLength(1);
});
