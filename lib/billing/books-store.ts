import { accountKey } from "@/lib/accounts/account-key";
import type { Tx } from "@/lib/platform/db";
import { advance } from "./advance-books";
import { insertLedgerLines, type LedgerLine } from "./event-store";
import { type MembershipRecord, type ProviderTie, saveBooks } from "./membership-store";
import { announce } from "./notice-store";
import { noticesOfChanges } from "./notices-of-changes";
import type { Books, BooksEvent } from "./types";

/** What is written into the books: what happened, why, and when by the account's own clock. */
export type Entry = {
  changes: readonly BooksEvent[];
  /** Names the cause, the same however often it is told. */
  cause: string;
  now: Date;
  tie: ProviderTie | null;
  secret: string;
};

/**
 * Folds what happened into an account's books and writes all that follows from it in one transaction: the books, until
 * when they open everything, the ledger, and the notices. The caller holds the account's lock.
 *
 * @returns the books as they stand now
 */
export async function writeBooks(record: MembershipRecord, { changes, cause, now, tie, secret }: Entry, tx: Tx): Promise<Books> {
  const books = changes.reduce(advance, record.books);
  await saveBooks(record.userId, books, tie, tx);
  const key = accountKey(secret, record.userId);
  await insertLedgerLines(
    changes.map((change) => toLine(change, { accountKey: key, cause, now })),
    tx,
  );
  await announce(record.userId, noticesOfChanges(changes, now), tx);
  return books;
}

function toLine(change: BooksEvent, { accountKey: key, cause, now }: { accountKey: string; cause: string; now: Date }): LedgerLine {
  const { kind, ...facts } = change;
  const data = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
  return { accountKey: key, kind, data, key: `${cause}:${kind}`, at: now };
}
