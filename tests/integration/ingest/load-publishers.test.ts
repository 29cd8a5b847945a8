import { afterAll, expect, it } from "vitest";
import { loadPublishers } from "@/lib/feeds/catalogue-store";
import { loadCatalogue } from "@/prisma/catalogue/load-catalogue";
import { newsroomCatalogue } from "@/prisma/newsroom/newsroom-catalogue";
import { createTestDatabase } from "../../support/test-database";

const { db, close } = await createTestDatabase();
afterAll(close);

const catalogue = loadCatalogue().slice(0, 12);
const sampleAt = (port: number) => newsroomCatalogue(`http://127.0.0.1:${port}`);

it("loads catalogue and samples once, however often it runs", async () => {
  const lists = { catalogue, sample: sampleAt(4_001) };
  const first = await loadPublishers(lists, db);
  const second = await loadPublishers(lists, db);
  expect(first.created).toBe(first.publishers);
  expect(second).toMatchObject({ created: 0, deactivated: 0 });
  expect(await db.feed.count()).toBe(first.feeds);
});

it("re-addresses a sample title's feeds when the newsroom listens elsewhere", async () => {
  const before = await db.feed.count();
  await loadPublishers({ catalogue, sample: sampleAt(4_002) }, db);
  expect(await db.feed.count()).toBe(before);
  expect(await db.feed.count({ where: { url: { startsWith: "http://127.0.0.1:4001/" } } })).toBe(0);
});

it("takes out what left, deletes nothing, and brings it back", async () => {
  await loadPublishers({ catalogue, sample: null }, db);
  expect(await db.publisher.count({ where: { isSample: true, isActive: true } })).toBe(0);
  await loadPublishers({ catalogue, sample: sampleAt(4_002) }, db);
  expect(await db.publisher.count({ where: { isSample: true, isActive: true } })).toBe(sampleAt(1).length);
});

it("leaves a partner that an operator made a partner", async () => {
  const slug = catalogue[0]?.slug ?? "";
  await db.publisher.update({ where: { slug }, data: { licence: "partner", wall: "paid" } });
  await loadPublishers({ catalogue, sample: null }, db);
  expect(await db.publisher.findUnique({ where: { slug } })).toMatchObject({ licence: "partner", wall: "paid" });
});
