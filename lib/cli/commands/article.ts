import { z } from "zod";
import { setEmbargo, setOwnWall, withdrawArticle } from "@/lib/articles/withdraw-store";
import { db } from "@/lib/platform/db";
import { stopQueue } from "@/lib/platform/queue";
import type { CommandIo } from "./command";
import { operator } from "./operator";

const Slug = z.string().regex(/^[\p{L}\p{N}-]+$/u);
const Wall = z.enum(["open", "registered", "metered", "lead_in", "paid"]);
const Order = z.union([
  z.tuple([z.literal("withdraw"), Slug]),
  z.tuple([z.literal("embargo"), Slug, z.union([z.literal("none"), z.iso.datetime({ offset: true })])]),
  z.tuple([z.literal("wall"), Slug, z.union([z.literal("title"), Wall])]),
]);

/**
 * `broadsheet article withdraw SLUG`, `embargo SLUG UNTIL|none`, `wall SLUG POLICY|title`.
 *
 * @returns 0; 1 when there is no such article; 2 for a wrong command line
 */
export async function articleCommand(args: string[], io: CommandIo): Promise<number> {
  const order = Order.safeParse(args);
  if (!order.success) {
    io.stderr.write("Usage: broadsheet article withdraw SLUG | embargo SLUG UNTIL|none | wall SLUG POLICY|title\n");
    io.stderr.write("UNTIL is an instant such as 2026-12-01T06:00:00Z; POLICY is open, registered, metered, lead_in or paid.\n");
    return 2;
  }
  try {
    const [verb, slug] = order.data;
    const isDone = await carryOut(order.data);
    if (isDone) io.stdout.write(`${verb} ${slug}: done; its pages are being made anew.\n`);
    else io.stderr.write(`There is no article "${slug}". The slug is the last part of its address.\n`);
    return isDone ? 0 : 1;
  } finally {
    await stopQueue();
    await db.$disconnect();
  }
}

function carryOut(order: z.infer<typeof Order>): Promise<boolean> {
  switch (order[0]) {
    case "withdraw":
      return withdrawArticle(order[1], operator(), new Date());
    case "embargo":
      return setEmbargo(order[1], order[2] === "none" ? null : new Date(order[2]), operator(), new Date());
    case "wall":
      return setOwnWall(order[1], order[2] === "title" ? null : order[2], operator(), new Date());
    default:
      return order satisfies never;
  }
}
