import { afterAll, expect, it } from "vitest";
import { addMs, hourMs } from "@/lib/core/clock";
import { readOwnFront } from "@/lib/ranking/own-front-queries";
import { accountViewer } from "../../support/account-viewer";
import { createTestDatabase } from "../../support/test-database";
import { makeReader, makeStories } from "../ranking/make-stories";

const { db, close } = await createTestDatabase();
afterAll(close);
const newestAt = new Date("2026-11-22T12:00:00Z");
const now = addMs(newestAt, hourMs);
await makeStories(db, { publishers: 12, stories: 300, newestAt });
const hints = { languages: [], country: "" };

it("a front page is previewed for a reader who does not exist, and for one who does without a trace", async () => {
  const nobody = await readOwnFront(accountViewer({ userId: "preview" }), hints, now, true);
  expect(nobody.order.lead).not.toBeNull();
  await makeReader(db, "somebody", newestAt);
  const previewed = await readOwnFront(accountViewer({ userId: "somebody" }), hints, now, true);
  expect(previewed.order.lead).not.toBeNull();
  expect(await db.readerOrder.count()).toBe(0);
});
