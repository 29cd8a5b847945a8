import { parseArgs } from "node:util";
import { z } from "zod";
import { moneyWords } from "@/lib/core/money";
import { checkBooks } from "@/lib/payouts/check-store";
import { closePayoutMonth } from "@/lib/payouts/closing-store";
import { statementCsv } from "@/lib/payouts/statement-csv";
import { listStatements } from "@/lib/payouts/statement-store";
import { type ClosedMonth, type ClosingError, Month, type MonthSums, type StatementView } from "@/lib/payouts/types";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { CommandIo } from "./command";

const Slug = z.string().regex(/^[\p{L}\p{N}-]+$/u);
const Order = z.discriminatedUnion("verb", [
  z.strictObject({ verb: z.literal("close"), month: Month, "dry-run": z.boolean().optional() }),
  z.strictObject({ verb: z.literal("statement"), month: Month, publisher: Slug, csv: z.boolean().optional() }),
  z.strictObject({ verb: z.literal("check") }),
]);
type Order = z.infer<typeof Order>;

const usage = `Usage: broadsheet payouts close --month MONTH [--dry-run] | statement --publisher SLUG --month MONTH [--csv] | check
MONTH is such as 2026-10, in UTC; SLUG is the last part of the title's address.
`;

/**
 * `broadsheet payouts`: closes a month, prints a title's statement, or holds the books against themselves.
 *
 * @returns 0, also for a month that was closed before; 1 when it cannot be done, or the books are wrong; 2 for a wrong command line
 */
export async function payoutsCommand(args: string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order) {
    io.stderr.write(usage);
    return 2;
  }
  try {
    return await carryOut(order, io);
  } finally {
    await db.$disconnect();
  }
}

function readOrder(args: string[]): Order | null {
  const [verb, ...rest] = args;
  const options = {
    month: { type: "string" },
    publisher: { type: "string" },
    csv: { type: "boolean" },
    "dry-run": { type: "boolean" },
  } as const;
  try {
    return Order.safeParse({ verb, ...parseArgs({ args: rest, options }).values }).data ?? null;
  } catch {
    return null;
  }
}

function carryOut(order: Order, io: CommandIo): Promise<number> {
  switch (order.verb) {
    case "close":
      return close(order.month, order["dry-run"] ?? false, io);
    case "statement":
      return tellStatement(order, io);
    case "check":
      return check(io);
    default:
      return order satisfies never;
  }
}

async function close(month: string, isTrial: boolean, io: CommandIo): Promise<number> {
  const secret = env().AUTH_SECRET;
  if (!secret) {
    io.stderr.write("AUTH_SECRET is not set: the books know accounts by it.\n");
    return 1;
  }
  const closed = await closePayoutMonth({ month, secret, now: new Date(), isTrial });
  if (!closed.ok) return refuse(month, closed.error, io);
  io.stdout.write(closedWords(closed.value, isTrial));
  return 0;
}

function refuse(month: string, error: ClosingError, io: CommandIo): number {
  switch (error.kind) {
    case "closed-before":
      io.stdout.write(`${month} was closed on ${error.closedAt.toISOString()}; nothing was changed.\n`);
      return 0;
    case "not-over":
      io.stderr.write(`${month} is not over.\n`);
      return 1;
    case "not-next":
      io.stderr.write(`Months are closed in order: the next one is ${error.next}.\n`);
      return 1;
    case "nothing-paid":
      io.stderr.write("No payment has come in yet: there is nothing to close.\n");
      return 1;
    default:
      return error satisfies never;
  }
}

function closedWords({ month, members, reads, sums }: ClosedMonth, isTrial: boolean): string {
  const verb = isTrial ? "would be closed; nothing was kept" : "is closed";
  return `${month} ${verb}: ${members} members, ${reads} articles read.\n${sums.map((sum) => `${sumWords(sum)}\n`).join("")}`;
}

function sumWords(sum: MonthSums): string {
  const money = (minor: number) => moneyWords(minor, sum.currency);
  return [
    `${sum.currency}: fees ${money(sum.feeMinor)}`,
    `costs ${money(sum.costMinor)}`,
    `tax ${money(sum.taxMinor)}`,
    `our share ${money(sum.shareMinor)}`,
    `titles ${money(sum.titlesMinor)}`,
    `titles from the pool ${money(sum.poolMinor)}`,
    `given back ${money(sum.returnedMinor)}`,
  ].join(", ");
}

async function tellStatement(
  { publisher, month, csv }: { publisher: string; month: string; csv?: boolean | undefined },
  io: CommandIo,
): Promise<number> {
  const statements = await listStatements(publisher, month);
  if (statements.length === 0) {
    io.stderr.write(`There is no statement of "${publisher}" for ${month}.\n`);
    return 1;
  }
  io.stdout.write(csv ? statementCsv(statements) : statements.map(statementWords).join("\n"));
  return 0;
}

function statementWords(statement: StatementView): string {
  const money = (minor: number) => moneyWords(minor, statement.currency);
  const lines = statement.lines.map(
    (line) => `${money(line.amountMinor).padStart(12)}  ${line.readers} readers, ${line.readings} readings  ${line.headline}\n`,
  );
  return `${statement.publisher.name}, ${statement.month}, ${statement.currency}: ${statement.readers} readers, ${statement.reads} articles read.
${lines.join("")}${money(statement.earnedMinor).padStart(12)}  from those who read it
${money(statement.poolMinor).padStart(12)}  from those who read nothing
${money(statement.correctionMinor).padStart(12)}  taken back
${money(statement.totalMinor).padStart(12)}  in all
${money(statement.pooledMinor).padStart(12)}  is what one pot for all would have paid
`;
}

async function check(io: CommandIo): Promise<number> {
  const checks = await checkBooks();
  for (const { name, wrong } of checks) io.stdout.write(`${wrong === 0 ? "holds" : `BROKEN ${wrong}×`}  ${name}\n`);
  return checks.every(({ wrong }) => wrong === 0) ? 0 : 1;
}
