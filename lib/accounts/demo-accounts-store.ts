import { db } from "@/lib/platform/db";
import { hashPassword } from "./password-gateway";

export type DemoAccount = { role: "reader" | "subscriber" | "editor" | "admin"; email: string };

/** The demo's subscriber; the worker gives it a membership with books behind it. */
export const demoSubscriberId = "demo-subscriber";

const yearMs = 365 * 24 * 60 * 60 * 1000;

/** The four accounts a demo install starts with: a free reader whose trial is over, a subscriber, an editor, an admin. */
export const demoAccounts: DemoAccount[] = [
  { role: "reader", email: "reader@broadsheet.example" },
  { role: "subscriber", email: "subscriber@broadsheet.example" },
  { role: "editor", email: "editor@broadsheet.example" },
  { role: "admin", email: "admin@broadsheet.example" },
];

/** Makes the demo accounts that are missing, all with one password. Existing ones keep theirs. */
export async function ensureDemoAccounts(password: string, now: Date, conn = db): Promise<void> {
  const emails = demoAccounts.map((account) => account.email);
  const existing = await conn.user.findMany({ where: { email: { in: emails } }, select: { email: true }, take: emails.length });
  const missing = demoAccounts.filter((account) => !existing.some((user) => user.email === account.email));
  for (const account of missing) {
    const id = `demo-${account.role}`;
    const role = account.role === "subscriber" ? "reader" : account.role;
    await conn.user.create({
      data: {
        id,
        name: account.role,
        email: account.email,
        emailVerified: true,
        role,
        trialEndsAt: now,
        paidUntil: account.role === "subscriber" ? new Date(now.getTime() + yearMs) : null,
        accounts: { create: { id: `${id}-password`, accountId: id, providerId: "credential", password: await hashPassword(password) } },
      },
    });
  }
}
