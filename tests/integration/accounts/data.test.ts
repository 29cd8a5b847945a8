import { afterAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { accountKey } from "@/lib/accounts/account-key";
import { eraseAccount } from "@/lib/accounts/erase-commands";
import { exportAccount, exportFeeds } from "@/lib/accounts/export-queries";
import { exportedTables } from "@/lib/accounts/export-store";
import { getViewer } from "@/lib/accounts/guards";
import { err, ok } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { writeOpml } from "@/lib/syndication/write-opml";
import { ageSessions, newPerson, signInElsewhere } from "../../support/account-world";
import { createTestDatabase } from "../../support/test-database";
import { storeArticle } from "../wall/store-article";

const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

/** Columns that say whose a row is. */
const personal = [
  "user_id",
  "giver_id",
  "account_key",
  "giver_key",
  "redeemed_by_key",
  "email",
  "recipient_email",
  "email_digest",
  "client_reference",
];
/** Tables with such a column that hold nothing of one account: the note that an address had its trial is a bare digest. */
const namesNobody = ["trial_claim"];

/** Gives an account a row in every table that can have one. */
async function fill(userId: string, email: string): Promise<void> {
  const key = accountKey("x".repeat(40), userId);
  const at = new Date();
  const number = key.slice(0, 12);
  await db.passkey.create({ data: { id: `key-${userId}`, userId, name: "Laptop", publicKey: Buffer.from("public") } });
  await db.twoFactor.create({ data: { userId, secret: "sealed-secret", backupCodes: ["digest-of-a-code"] } });
  await db.mailProof.create({ data: { purpose: "verify", email, userId, tokenHash: key.replace(/^./, "y"), expiresAt: at } });
  await db.membership.create({ data: { userId, state: "lapsed", customerId: `cus-${number}` } });
  await db.membershipEvent.create({ data: { accountKey: key, kind: "lapsed", key: `event-${number}` } });
  await db.membershipNotice.create({ data: { userId, kind: "trial-3", dueAt: at } });
  const articleId = await storeArticle(db, { slug: `of-${number}`, html: "<p>Words.</p>" });
  await db.meterRead.create({ data: { userId, articleId, month: "2026-11", readAt: at } });
  await db.articleRead.create({ data: { userId, articleId, revisionCount: 1, readAt: at } });
  await db.articleReport.create({ data: { userId, articleId, kind: "fact", words: "The year is wrong.", reportedAt: at } });
  await db.savedArticle.create({ data: { userId, articleId, savedAt: at } });
  await db.follow.create({ data: { userId, kind: "section", target: "world", followedAt: at } });
  await db.mute.create({ data: { userId, kind: "keyword", target: "golf", mutedAt: at } });
  await db.readerWeight.create({ data: { userId, kind: "section", target: "world", learned: 1, learnedAt: at } });
  await db.readerSettings.create({ data: { userId, country: "GB" } });
  const { id: storyId } = await db.story.create({
    data: { slug: `story-${number}`, language: "en", section: "world", firstAt: at, lastAt: at },
  });
  await db.impression.create({ data: { userId, storyId, shown: 2, lastAt: at } });
  await db.readerOrder.create({ data: { userId, kind: "front", slotAt: at, madeAt: at, seed: 1, basis: {}, cards: [] } });
  await db.giftLink.create({ data: { tokenHash: key.replace(/^./, "g"), articleId, giverId: userId, createdAt: at, expiresAt: at } });
  await fillSandbox(userId, number);
  const money = { amountMinor: 999, currency: "USD", provider: "sandbox" };
  await db.invoice.create({
    data: { ...money, accountKey: key, providerInvoiceId: `in-${number}`, number: "1", status: "paid", issuedAt: at },
  });
  await fillPayouts(userId, key, articleId);
  await db.checkoutAttempt.create({ data: { ...money, id: `try-${number}`, userId, plan: "monthly" } });
  const present = { ...money, months: 3, message: "With love" };
  await db.giftMembership.create({ data: { ...present, id: `gift-${number}`, codeHash: key, giverKey: key } });
  await db.giftMembership.create({
    data: { ...present, id: `got-${number}`, codeHash: key.replace(/^./, "z"), giverKey: "f".repeat(64), recipientEmail: email },
  });
}

/** What the books of the payouts have of somebody who paid and read. */
async function fillPayouts(userId: string, key: string, articleId: number): Promise<void> {
  const at = new Date();
  const charge = { key: `invoice:${key.slice(0, 12)}`, accountKey: key, currency: "USD", amountMinor: 999, costMinor: 59, taxMinor: 0 };
  const { id: chargeId } = await db.payoutCharge.create({ data: charge });
  const amounts = { feeMinor: 999, costMinor: 59, taxMinor: 0, shareMinor: 282, titlesMinor: 658, poolMinor: 0 };
  const { id: receiptId } = await db.receipt.create({ data: { month: "2026-10", accountKey: key, currency: "USD", ...amounts } });
  await db.receiptReader.create({ data: { receiptId, userId } });
  const read = { articleId, publisherId: 1, depth: 100, activeSec: 60, giftOpens: 0, weight: 1_000, amountMinor: 658 };
  await db.receiptRead.create({ data: { receiptId, ...read } });
  await db.takenBack.create({ data: { userId, articleId, saidAt: at } });
  const sides = [
    { line: 0, account: "cash" as const, currency: "USD", amountMinor: 999 },
    { line: 1, account: "prepaid" as const, currency: "USD", amountMinor: -999 },
  ];
  const transfer = { kind: "received", month: "2026-10", accountKey: key, chargeId, cause: `received:${charge.key}`, at };
  await db.$transaction(async (tx) => {
    const { id: transferId } = await tx.ledgerTransfer.create({ data: transfer });
    await tx.ledgerEntry.createMany({ data: sides.map((side) => ({ ...side, transferId })) });
  });
}

/** What the sandbox has of somebody who paid there. */
async function fillSandbox(userId: string, number: string): Promise<void> {
  const at = new Date();
  const customerId = `cus-${number}`;
  const price = { plan: "monthly", currency: "USD", amountMinor: 999 };
  const period = { periodStart: at, periodEnd: at };
  await db.sandboxCustomer.create({ data: { id: customerId, clientReference: userId, createdAt: at } });
  const subscription = { id: `sub-${number}`, customerId, status: "active", ...price, paidPlan: "monthly", anchorDay: 1, createdAt: at };
  await db.sandboxSubscription.create({ data: { ...subscription, ...period } });
  await db.sandboxInvoice.create({
    data: { id: `in-${number}`, customerId, status: "paid", amountMinor: 999, currency: "USD", issuedAt: at },
  });
  const pages = { successUrl: "http://localhost:3000/back", cancelUrl: "http://localhost:3000/price" };
  const session = { id: `cs-${number}`, attemptId: `try-${number}`, kind: "membership", clientReference: userId, ...price, months: 0 };
  await db.sandboxSession.create({ data: { ...session, ...pages, createdAt: at, expiresAt: at } });
  await db.sandboxPortal.create({ data: { id: `bps-${number}`, customerId, returnUrl: "http://localhost:3000/", expiresAt: at } });
  const body = JSON.stringify({ data: { customer: customerId } });
  await db.sandboxEvent.create({
    data: { eventId: `evt-${number}`, type: "invoice.paid", customerId, body, createdAt: at, nextTryAt: at },
  });
}

const readExport = async (browser: Awaited<ReturnType<typeof newPerson>>["browser"]) => {
  const exported = await browser.ask(() => exportAccount(new Date()));
  if (!exported.ok) throw new Error(exported.error.kind);
  return JSON.parse(exported.value);
};

describe("the export", () => {
  it("covers every table that says whose a row is", async () => {
    const tables = await db.$queryRaw<{ table_name: string }[]>`
      SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = ANY(${personal})`;
    const missing = tables.map((row) => row.table_name).filter((name) => !exportedTables.includes(name) && !namesNobody.includes(name));
    expect(missing).toEqual([]);
    const referring = await db.$queryRaw<{ table_name: string }[]>`
      SELECT DISTINCT conrelid::regclass::text AS table_name FROM pg_constraint WHERE contype = 'f' AND confrelid = '"user"'::regclass`;
    expect(referring.map((row) => row.table_name.replaceAll('"', "")).filter((name) => !exportedTables.includes(name))).toEqual([]);
  });

  it("holds everything of the account that asks, nothing that opens it, and nothing of anyone else", async () => {
    const [person, other] = [await newPerson(db), await newPerson(db)];
    await fill(person.userId, person.email);
    await fill(other.userId, other.email);
    const { tables } = await readExport(person.browser);
    const empty = Object.entries(tables).filter(([, rows]) => rows === null || (Array.isArray(rows) && rows.length === 0));
    expect(empty).toEqual([]);
    const { headline } = await db.article.findFirstOrThrow({ where: { meterReads: { some: { userId: person.userId } } } });
    for (const table of ["meter_read", "gift_link", "article_read"]) expect(tables[table]).toMatchObject([{ article: { headline } }]);
    const text = JSON.stringify(tables);
    expect(text).toContain(person.email);
    for (const foreign of [other.userId, other.email]) expect(text).not.toContain(foreign);
    const { token } = await db.session.findFirstOrThrow({ where: { userId: person.userId } });
    for (const secret of ["argon2id", "sealed-secret", "digest-of-a-code", token, `y${accountKey("x".repeat(40), person.userId).slice(1)}`])
      expect(text).not.toContain(secret);
  });

  it("wants a fresh proof", async () => {
    const person = await newPerson(db);
    await ageSessions(db, person.userId, 6);
    expect(await person.browser.ask(() => exportAccount(new Date()))).toEqual({ ok: false, error: { kind: "step-up" } });
  });

  it("of titles is an OPML 2.0 document, also of none", async () => {
    const person = await newPerson(db);
    const feeds = await person.browser.ask(exportFeeds);
    expect(feeds).toEqual({ ok: true, value: [] });
    expect(writeOpml("Mine", [], new Date(0))).toContain("<body>\n  </body>");
  });
});

describe("erasure", () => {
  it("leaves nothing of the person but books that no longer say whose they are", async () => {
    const person = await newPerson(db);
    await fill(person.userId, person.email);
    const { browser: elsewhere } = await signInElsewhere(person.email);
    const ended: string[] = [];
    const erased = await person.browser.ask(() =>
      eraseAccount({ email: ` ${person.email.toUpperCase()}` }, async () => {
        ended.push(person.userId);
        return ok(undefined);
      }),
    );
    expect(erased).toEqual({ ok: true, value: undefined });
    expect(ended).toEqual([person.userId]);
    for (const browser of [person.browser, elsewhere]) expect(await browser.ask(getViewer)).toEqual({ kind: "visitor" });
    const key = accountKey("x".repeat(40), person.userId);
    expect(await tablesThatName([person.userId, person.email, `cus-${key.slice(0, 12)}`])).toEqual([]);
    expect(await db.invoice.count({ where: { accountKey: key } })).toBe(1);
    expect(await db.membershipEvent.count({ where: { accountKey: key } })).toBe(1);
    expect(await db.receipt.count({ where: { accountKey: key } })).toBe(1);
    const receipts = await db.receipt.findMany({ where: { accountKey: key }, select: { id: true } });
    expect(await db.receiptRead.count({ where: { receiptId: { in: receipts.map(({ id }) => id) } } })).toBe(0);
    expect(await db.giftMembership.findMany({ where: { giverKey: key }, select: { message: true } })).toEqual([{ message: "" }]);
    const jobs = await db.$queryRaw<{ data: object }[]>`SELECT data FROM pgboss.job WHERE data->>'notice' = 'account-erased'`;
    expect(jobs).toMatchObject([{ data: { to: person.email } }]);
  });

  it("does nothing while the membership cannot be ended, for another address, or without a fresh proof", async () => {
    const person = await newPerson(db);
    const end = async () => ok(undefined);
    const erase = (email: string, endMembership: Parameters<typeof eraseAccount>[1]) =>
      person.browser.ask(() => eraseAccount({ email }, endMembership));
    expect(await erase("other@example.com", end)).toEqual({ ok: false, error: { kind: "wrong-address" } });
    const stuck = async () => err({ kind: "unavailable" });
    expect(await erase(person.email, stuck)).toEqual({ ok: false, error: { kind: "membership-not-ended" } });
    await ageSessions(db, person.userId, 6);
    expect(await erase(person.email, end)).toEqual({ ok: false, error: { kind: "step-up" } });
    expect(await person.browser.ask(getViewer)).toMatchObject({ kind: "account" });
  });
});

/** The tables of ours in which any of these words stands anywhere. */
async function tablesThatName(words: string[]): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string; hits: bigint }[]>`
    SELECT t.table_name AS name,
      (xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I x WHERE x::text ILIKE ANY(%L)', t.table_name,
        ${words.map((word) => `%${word}%`)}::text[]), false, true, '')))[1]::text::bigint AS hits
    FROM information_schema.tables t WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'`;
  return tables.filter(({ hits }) => hits > 0n).map(({ name }) => name);
}
