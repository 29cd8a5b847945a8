import { accountKey } from "@/lib/accounts/account-key";
import { addMs, dayMs } from "@/lib/core/clock";
import type { PrismaClient } from "@/prisma/generated/client";
import { testSecret } from "../../support/test-secret";
import { storePublisher } from "../ingest/store-publisher";

export const secret = testSecret;

/** Days are counted from here; months of the tests are August to October. */
const firstDay = new Date("2026-08-01T00:00:00Z");
export const day = (count: number): Date => addMs(firstDay, count * dayMs);

/** How much a test world has of what is read. */
const titleCount = 4;
const articlesEach = 5;
export const articleCount = titleCount * articlesEach;

/** Articles 1 to 20 of four titles, the first five of the first. */
export async function storeShelf(db: PrismaClient): Promise<void> {
  const publishers: number[] = [];
  for (let index = 0; index < titleCount; index += 1) publishers.push(await storePublisher(db, `title-${index}`));
  await db.article.createMany({
    data: Array.from({ length: articleCount }, (_, index) => ({
      id: index + 1,
      publisherId: publishers[Math.floor(index / articlesEach)] ?? 0,
      guid: `${index}`,
      guidHash: `${index}`.padStart(32, "0"),
      url: `https://paper.example/${index}`,
      urlHash: `${index}`.padStart(32, "0"),
      slug: `article-${index}`,
      headline: `Article ${index}`,
      section: "world",
      language: "en",
      access: "paid" as const,
      wordCount: 480,
      contentHash: `${index}`.padStart(32, "0"),
      publishedAt: firstDay,
      firstSeenAt: firstDay,
    })),
  });
}

/** Empties everything but the shelf; what refuses to be emptied is made to, as nobody but a test may. */
export async function emptyBooks(db: PrismaClient): Promise<void> {
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = 'replica'`,
    db.$executeRaw`TRUNCATE payout_month, payout_charge, ledger_transfer, ledger_entry, receipt, receipt_reader, receipt_read, statement,
      statement_line, taken_back, article_read, gift_link, invoice, gift_membership, "user" RESTART IDENTITY CASCADE`,
  ]);
}

export type PlannedInvoice = { currency: string; amountMinor: number; day: number; days: number; lateDays: number };
export type PlannedRead = { articleId: number; day: number; depth: number; activeSec: number; isTakenBack: boolean };
export type PlannedGift = { articleId: number; endDay: number; opens: number };
export type PlannedMember = { invoices: PlannedInvoice[]; reads: PlannedRead[]; gifts: PlannedGift[] };

export const userOf = (index: number): string => `member-${index}`;
export const keyOf = (index: number): string => accountKey(secret, userOf(index));

/** Writes members with what they paid, read and gave. */
export async function storeMembers(db: PrismaClient, members: readonly PlannedMember[]): Promise<void> {
  await db.user.createMany({ data: members.map((_, index) => ({ id: userOf(index), name: "M", email: `${userOf(index)}@example.com` })) });
  await db.invoice.createMany({ data: members.flatMap(({ invoices }, index) => invoices.map((each, n) => invoiceRow(index, n, each))) });
  await db.articleRead.createMany({ data: members.flatMap(({ reads }, index) => reads.map((each) => readRow(index, each))) });
  await db.takenBack.createMany({
    data: members.flatMap(({ reads }, index) =>
      reads.filter(({ isTakenBack }) => isTakenBack).map(({ articleId }) => ({ userId: userOf(index), articleId, saidAt: firstDay })),
    ),
  });
  await db.giftLink.createMany({
    data: members.flatMap(({ gifts }, index) =>
      gifts.map(({ articleId, endDay, opens }, n) => ({
        tokenHash: `${index}-${n}`.padStart(64, "0"),
        articleId,
        giverId: userOf(index),
        createdAt: day(endDay - 14),
        expiresAt: day(endDay),
        opens,
      })),
    ),
  });
}

const invoiceRow = (member: number, number: number, planned: PlannedInvoice) => ({
  accountKey: keyOf(member),
  provider: "sandbox",
  providerInvoiceId: `in-${member}-${number}`,
  number: `${member}-${number}`,
  status: "paid",
  amountMinor: planned.amountMinor,
  currency: planned.currency,
  periodStart: day(planned.day),
  periodEnd: day(planned.day + planned.days),
  issuedAt: day(planned.day),
  paidAt: day(planned.day + planned.lateDays),
});

const readRow = (member: number, planned: PlannedRead) => ({
  userId: userOf(member),
  articleId: planned.articleId,
  revisionCount: 1,
  openedAt: day(planned.day),
  lastAt: day(planned.day),
  depth: planned.depth,
  activeSec: planned.activeSec,
});
