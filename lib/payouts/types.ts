import { z } from "zod";

/** A month in UTC: "2026-10". */
export const Month = z.string().regex(/^2\d{3}-(0[1-9]|1[0-2])$/);

/** What a member paid once, for some days. Amounts in minor units of the currency. */
export type Charge = {
  id: number;
  /** ISO 4217, upper case. */
  currency: string;
  amountMinor: number;
  /** Of the amount: what the payment cost, and tax that is in it; together no more than the amount. */
  costMinor: number;
  taxMinor: number;
  /** The days it is for: the day of `startsAt` is the first, the day of `endsAt` the first no more. */
  startsAt: Date;
  endsAt: Date;
  /** Of the amount: what closed months have divided. */
  dividedMinor: number;
};

/** What one reader did with one article, as a month is closed. */
export type ReadFact = {
  articleId: number;
  publisherId: number;
  wordCount: number;
  /** The furthest part of the text that was on the screen, in percent. */
  depth: number;
  /** Seconds with the page before the reader's eyes. */
  activeSec: number;
  /** Read to the end by the reader, not marked as read with the rest of a list. */
  isReadThrough: boolean;
  /** Times that others opened it by this reader's gift. */
  giftOpens: number;
  /** The reader said that it was not worth it. */
  isTakenBack: boolean;
};

/** `weight`: thousandths of a whole reading. */
export type WeighedRead = Pick<ReadFact, "articleId" | "publisherId" | "depth" | "activeSec" | "giftOpens"> & { weight: number };

/** What of a charge belongs to a month. The fee is the sum of all the rest. */
export type Slice = {
  chargeId: number;
  currency: string;
  feeMinor: number;
  costMinor: number;
  taxMinor: number;
  shareMinor: number;
  /** What is left for the titles. */
  titlesMinor: number;
};

export type TitleAmount = { publisherId: number; amountMinor: number };

/** A slice with where it goes; `titles` is empty where it goes to the pool. */
export type DividedSlice = Slice & { titles: TitleAmount[] };

/** What became of a member's money of one currency in a month. */
export type ReceiptDraft = {
  currency: string;
  feeMinor: number;
  costMinor: number;
  taxMinor: number;
  shareMinor: number;
  titlesMinor: number;
  poolMinor: number;
  slices: DividedSlice[];
  /** Their amounts sum to `titlesMinor`. */
  reads: (WeighedRead & { amountMinor: number })[];
};

/** What the books keep money in; prisma/schema/payouts.prisma says what each is. */
export type LedgerAccount = "cash" | "prepaid" | "costs" | "tax" | "share" | "pool" | "payable";

/** One side of a movement: a debit is positive, a credit negative, in minor units. `publisherId` of `payable` only. */
export type LedgerEntry = { account: LedgerAccount; publisherId: number | null; currency: string; amountMinor: number };

/** A movement of money, once a `cause`. Its entries come to nothing in every currency. */
export type LedgerTransfer = {
  kind: "received" | "divided" | "returned" | "pool";
  cause: string;
  accountKey: string | null;
  chargeId: number | null;
  receiptId: number | null;
  entries: LedgerEntry[];
};

/** What closing a month came to, by currency. */
export type MonthSums = {
  currency: string;
  feeMinor: number;
  costMinor: number;
  taxMinor: number;
  shareMinor: number;
  /** To titles from those who read them, and from the pool. */
  titlesMinor: number;
  poolMinor: number;
  /** Given back to members. */
  returnedMinor: number;
};

export type ClosedMonth = { month: string; members: number; reads: number; sums: MonthSums[] };

/** Why a month was not closed. */
export type ClosingError =
  | { kind: "closed-before"; closedAt: Date }
  | { kind: "not-over" }
  /** Months are closed in order. */
  | { kind: "not-next"; next: string }
  /** No money has come in yet. */
  | { kind: "nothing-paid" };

/** What one article earned of a statement. Its words are empty where it is no longer in the store. */
export type StatementLineView = {
  articleId: number;
  slug: string;
  headline: string;
  publishedAt: Date | null;
  readers: number;
  giftOpens: number;
  /** Whole readings, to a thousandth. */
  readings: number;
  amountMinor: number;
};

/** What a title earned in a month in one currency. */
export type StatementView = {
  month: string;
  publisher: { slug: string; name: string };
  currency: string;
  readers: number;
  reads: number;
  earnedMinor: number;
  poolMinor: number;
  /** Negative: taken back of what members were given back. */
  correctionMinor: number;
  /** Earned, pool and corrections together. */
  totalMinor: number;
  /** What one pot for all, divided by all reads, would have paid instead of earned and pool. */
  pooledMinor: number;
  lines: StatementLineView[];
};

/** An article on a receipt; its words are null where it is no longer in the paper. */
export type ReceiptArticle = {
  articleId: number;
  slug: string | null;
  headline: string | null;
  depth: number;
  activeSec: number;
  giftOpens: number;
  amountMinor: number;
};

/** A title on a receipt. What the articles do not add up to went to articles that the reader took out of the history. */
export type ReceiptTitle = { publisherId: number; slug: string; name: string; amountMinor: number; articles: ReceiptArticle[] };

/** Where a member's fee of a month went, in one currency: costs, tax, share, pool and titles sum to the fee. */
export type ReceiptView = {
  month: string;
  currency: string;
  feeMinor: number;
  costMinor: number;
  taxMinor: number;
  shareMinor: number;
  /** Nothing was read: divided among all titles by all reads. */
  poolMinor: number;
  titles: ReceiptTitle[];
};

/** One thing that must hold of the books, and where it does not. */
export type BooksCheck = { name: string; wrong: number };
