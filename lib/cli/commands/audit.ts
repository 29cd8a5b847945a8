import { z } from "zod";
import { listRows, verifyChain } from "@/lib/audit/audit-store";
import { db } from "@/lib/platform/db";
import type { CommandIo } from "./command";

const Head = z
  .string()
  .regex(/^\d{1,9}:[\da-f]{64}$/)
  .transform((text) => {
    const [seq = "", hash = ""] = text.split(":");
    return { seq: Number(seq), hash };
  });
const Order = z.union([
  z.tuple([z.literal("verify")]),
  z.tuple([z.literal("verify"), z.literal("--head"), Head]),
  z.tuple([z.literal("list")]),
  z.tuple([z.literal("list"), z.literal("--after"), z.coerce.number().int().nonnegative()]),
]);

const usage = `Usage: broadsheet audit verify [--head SEQ:HASH] | list [--after SEQ]
SEQ:HASH is where an earlier check said that the log ended; with it, rows cut off the end since are found too.
`;
const listMax = 1_000;

/**
 * `broadsheet audit`: checks the log of acts, or prints it as JSON lines.
 *
 * @returns 0; 1 when a row was changed, is missing or does not follow; 2 for a wrong command line
 */
export async function auditCommand(args: string[], io: CommandIo): Promise<number> {
  const order = Order.safeParse(args);
  if (!order.success) {
    io.stderr.write(usage);
    return 2;
  }
  try {
    return order.data[0] === "verify" ? await verify(order.data[2] ?? null, io) : await list(order.data[2] ?? 0, io);
  } finally {
    await db.$disconnect();
  }
}

async function verify(known: z.infer<typeof Head> | null, io: CommandIo): Promise<number> {
  const { head, faults } = await verifyChain(known);
  for (const { seq, words } of faults) io.stdout.write(`Row ${seq} ${words}.\n`);
  if (faults.length === 0) io.stdout.write(`${head.seq} acts, each in its place. The log ends at ${head.seq}:${head.hash}\n`);
  return faults.length === 0 ? 0 : 1;
}

async function list(after: number, io: CommandIo): Promise<number> {
  for (const row of await listRows(after, listMax)) io.stdout.write(`${JSON.stringify(row)}\n`);
  return 0;
}
