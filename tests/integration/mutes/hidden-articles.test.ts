import fc from "fast-check";
import { afterAll, expect, it, vi } from "vitest";

vi.mock("next/headers", () => import("../../support/browser-request"));

import type { OwnReader } from "@/app/(reader)/_parts/own-route";
import { printPage } from "@/app/(reader)/_parts/print-page";
import { viewerBadge } from "@/lib/accounts/viewer-badge";
import { setHidden } from "@/lib/articles/desk-edit-store";
import { addMs, dayMs } from "@/lib/core/clock";
import { env } from "@/lib/platform/env";
import { startQueue, stopQueue } from "@/lib/platform/queue";
import { forgetRemembered } from "@/lib/platform/remember";
import { accountViewer } from "../../support/account-viewer";
import { theDesk } from "../../support/audit-actor";
import { makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";
import { listOutputs, type Output } from "./mute-pages";
import { makeMuteWorld } from "./mute-world";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url });
const boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
const now = new Date();
const world = await makeMuteWorld(db, now);
const outputs = listOutputs(world);
const browser = makeBrowser("203.0.113.9");
afterAll(async () => {
  await boss.stop();
  await stopQueue();
  await close();
});

function reader(): OwnReader {
  const viewer = accountViewer({ userId: world.userId, paidUntil: addMs(now, 9 * dayMs) });
  return { viewer, badge: viewerBadge(viewer, now), now, mutes: [] };
}

/** The articles that an output leads to; none where nothing of it is left to show. */
async function look(output: Output): Promise<Set<string>> {
  const view = await browser.ask(() => output.compose(reader()));
  if (!view || "movedTo" in view) return new Set();
  const html = printPage(view.page) + printPage(view.head);
  return new Set([...html.matchAll(/\/article\/(article-\d+)/g)].map(([, slug = ""]) => slug));
}

const anyArticles = fc.uniqueArray(fc.constantFrom(...world.articles), { minLength: 1, maxLength: 12, selector: ({ id }) => id });

it("shows a hidden article on no output but its own address, and again once it is shown", { timeout: 240_000 }, async () => {
  const before = new Map<string, Set<string>>();
  for (const output of outputs) before.set(output.name, await look(output));
  await fc.assert(
    fc.asyncProperty(anyArticles, fc.shuffledSubarray(outputs, { minLength: 14, maxLength: 14 }), async (hidden, some) => {
      for (const { slug } of hidden) await setHidden(true, { slug, by: theDesk, now });
      forgetRemembered();
      for (const output of some) {
        const shown = await look(output);
        for (const { slug } of hidden) {
          const isOwn = output.article?.slug === slug;
          expect(shown.has(slug) && !isOwn, `${slug} on ${output.name}`).toBe(false);
        }
      }
      for (const { slug } of hidden) await setHidden(false, { slug, by: theDesk, now });
      forgetRemembered();
    }),
    { numRuns: 12, seed: 7 },
  );
  for (const output of outputs.filter(({ isList }) => isList)) expect(await look(output), output.name).toEqual(before.get(output.name));
});

it("still answers at its own address", async () => {
  const own = outputs.find(({ name, article }) => article && name === `/article/${article.slug}`);
  if (!own?.article) throw new Error("There is no article among the outputs.");
  await setHidden(true, { slug: own.article.slug, by: theDesk, now });
  forgetRemembered();
  const view = await browser.ask(() => own.compose(reader()));
  expect(view && "title" in view).toBe(true);
});
