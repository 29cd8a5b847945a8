import { z } from "zod";
import { changeRole, findMemberByEmail } from "@/lib/accounts/admin-acts-store";
import { listStaff } from "@/lib/accounts/admin-members-store";
import { db } from "@/lib/platform/db";
import { stopQueue } from "@/lib/platform/queue";
import type { CommandIo } from "./command";
import { operator } from "./operator";

const Role = z.enum(["reader", "editor", "admin"]);
const Order = z.union([
  z.tuple([z.literal("list")]),
  z.tuple([z.literal("appoint"), z.literal("--email"), z.email(), z.literal("--role"), Role]),
  z.tuple([
    z.literal("appoint"),
    z.literal("--email"),
    z.email(),
    z.literal("--role"),
    z.literal("publisher"),
    z.literal("--title"),
    z.string().min(1).max(200),
  ]),
]);
type Order = z.infer<typeof Order>;

const usage = `Usage: broadsheet staff list | appoint --email ADDRESS --role reader|editor|admin | appoint --email ADDRESS --role publisher --title SLUG
The account must exist and its address be confirmed; reader takes a role away.
`;

/**
 * `broadsheet staff`: appoints the first admin of an install, or anybody else of the staff, and lists them.
 *
 * @returns 0; 1 when there is no such account, or the rules of the office are against it; 2 for a wrong command line
 */
export async function staffCommand(args: string[], io: CommandIo): Promise<number> {
  const order = Order.safeParse(args);
  if (!order.success) {
    io.stderr.write(usage);
    return 2;
  }
  try {
    return order.data[0] === "list" ? await list(io) : await appoint(order.data, io);
  } finally {
    await stopQueue();
    await db.$disconnect();
  }
}

async function list(io: CommandIo): Promise<number> {
  for (const { email, name, role } of await listStaff()) io.stdout.write(`${role.padEnd(10)}${email}  ${name}\n`);
  return 0;
}

async function appoint([, , email, , role, , title]: Extract<Order, ["appoint", ...unknown[]]>, io: CommandIo): Promise<number> {
  const account = await findMemberByEmail(email);
  if (!account) {
    io.stderr.write(`Nobody has an account with ${email}: sign up first.\n`);
    return 1;
  }
  const deed = { actor: operator(), userId: account.userId, reason: "by the command line", now: new Date() };
  const done = await changeRole({ role, title }, deed);
  if (!done.ok) {
    io.stderr.write(`${"words" in done.error ? done.error.words : "There is no such account."}\n`);
    return 1;
  }
  const key =
    role === "editor" || role === "admin" ? " It counts once they have a second factor, which they set up at /settings/two-factor." : "";
  io.stdout.write(`${account.name} is ${role} now and was signed out everywhere.${key}\n`);
  return 0;
}
