import { db } from "@/lib/platform/db";
import { hashPassword } from "./password-gateway";

export type DemoAccount = { role: "reader" | "subscriber" | "editor" | "admin" | "publisher"; email: string };

/** The demo's subscriber; the worker gives it a membership with books behind it. */
export const demoSubscriberId = "demo-subscriber";

const yearMs = 365 * 24 * 60 * 60 * 1000;

/**
 * The accounts a demo install starts with: a free reader whose trial is over, a subscriber, an editor, an admin, and
 * someone who works for the first of the sample titles.
 */
export const demoAccounts: DemoAccount[] = [
  { role: "reader", email: "reader@broadsheet.example" },
  { role: "subscriber", email: "subscriber@broadsheet.example" },
  { role: "editor", email: "editor@broadsheet.example" },
  { role: "admin", email: "admin@broadsheet.example" },
  { role: "publisher", email: "publisher@broadsheet.example" },
];

/** Makes the demo accounts that are missing, all with one password. Existing ones keep theirs. */
export async function ensureDemoAccounts(password: string, now: Date, conn = db): Promise<void> {
  const emails = demoAccounts.map((account) => account.email);
  const existing = await conn.user.findMany({ where: { email: { in: emails } }, select: { email: true }, take: emails.length });
  const missing = demoAccounts.filter((account) => !existing.some((user) => user.email === account.email));
  const title = await conn.publisher.findFirst({ where: { isSample: true }, orderBy: { id: "asc" }, select: { id: true } });
  for (const account of missing) {
    if (account.role === "publisher" && !title) continue;
    const id = `demo-${account.role}`;
    const role = account.role === "subscriber" ? "reader" : account.role;
    await conn.user.create({
      data: {
        id,
        name: account.role,
        email: account.email,
        emailVerified: true,
        role,
        publisherId: account.role === "publisher" ? title?.id : null,
        trialEndsAt: now,
        paidUntil: account.role === "subscriber" ? new Date(now.getTime() + yearMs) : null,
        accounts: { create: { id: `${id}-password`, accountId: id, providerId: "credential", password: await hashPassword(password) } },
      },
    });
  }
}
