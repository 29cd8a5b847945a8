import { afterAll, expect, it } from "vitest";
import { countGiftOpen, findGift, keepGift } from "@/lib/articles/gift-store";
import { giftToken } from "@/lib/articles/gift-token";
import { addMs, dayMs } from "@/lib/core/clock";
import { sha256Hex } from "@/lib/core/hash";
import { meterMonth } from "@/lib/entitlements/meter-month";
import { spendMeter } from "@/lib/entitlements/meter-store";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";
import { storeArticle } from "./store-article";

const { db, close } = await createTestDatabase();
afterAll(close);

const now = new Date("2026-11-22T12:00:00Z");
const ids: number[] = [];
for (let index = 0; index < 12; index++)
  ids.push(await storeArticle(db, { slug: `metered-${index}`, html: "<p>x</p>", access: "metered" }));

const spend = (articleId: number, userId = "u1", month = meterMonth(now)) => spendMeter({ userId, articleId, month, limit: 8, now });

it("opens eight a month however many tabs ask at once, and each only once", async () => {
  const answers = await Promise.all([...ids, ...ids].map((id) => spend(id)));
  expect(await db.meterRead.count({ where: { userId: "u1" } })).toBe(8);
  expect(answers.filter((opened) => opened === null)).toHaveLength(8);
  const opened = (await db.meterRead.findMany({ where: { userId: "u1" } })).map((read) => read.articleId);
  expect(await spend(opened[0] ?? 0)).toHaveLength(8);
});

it("counts each account and each month for itself", async () => {
  expect(await spend(ids[0] ?? 0, "u2")).toEqual([ids[0]]);
  expect(await spend(ids[1] ?? 0, "u1", "2026-12")).toEqual([ids[1]]);
});

const give = (articleId: number, giverId = "u1") => {
  const tokenHash = sha256Hex(giftToken(testSecret, { giverId, articleId, month: meterMonth(now) }));
  const limit = { perMonth: 10, monthStart: new Date("2026-11-01T00:00:00Z") };
  return keepGift({ tokenHash, articleId, giverId, now, expiresAt: addMs(now, 14 * dayMs) }, limit);
};

it("gives ten articles a month away, the same one again at no cost, and counts who opens them", async () => {
  const given = await Promise.all(ids.map((id) => give(id)));
  expect(given.filter((gift) => gift === null)).toHaveLength(2);
  expect(await db.giftLink.count()).toBe(10);
  const first = await db.giftLink.findFirstOrThrow();
  expect(await give(first.articleId)).toMatchObject({ left: 0 });
  await Promise.all([countGiftOpen(first.tokenHash), countGiftOpen(first.tokenHash)]);
  expect((await db.giftLink.findUniqueOrThrow({ where: { tokenHash: first.tokenHash } })).opens).toBe(2);
  expect(await findGift(first.tokenHash)).toMatchObject({ articleId: first.articleId, giverId: "u1" });
  expect(await findGift(sha256Hex("another"))).toBeNull();
});

it("makes tokens that name neither giver nor article and differ by install", () => {
  const gift = { giverId: "u1", articleId: 4, month: "2026-11" };
  expect(giftToken(testSecret, gift)).toMatch(/^[0-9a-f]{32}$/);
  expect(giftToken(testSecret, gift)).toBe(giftToken(testSecret, gift));
  expect(giftToken("y".repeat(40), gift)).not.toBe(giftToken(testSecret, gift));
  expect(giftToken(testSecret, { ...gift, month: "2026-12" })).not.toBe(giftToken(testSecret, gift));
});
