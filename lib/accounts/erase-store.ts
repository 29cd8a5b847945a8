import { inTransaction, type Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { enqueue } from "@/lib/platform/queue";
import { accountKey } from "./account-key";
import { eraseSandboxTraces } from "./erase-sandbox-store";

/**
 * Erases an account and everything that says whose it was, and queues the last mail to it, all in one transaction.
 * Invoices and events of the membership stay under the account's keyed digest; that the person had a trial stays as
 * the digest of their address.
 *
 * @param notice what the last mail says: that they asked for it, or that the office did it
 * @param alongside what else has to be written or not, with the erasure
 */
export function eraseEverything(
  { userId, email, name }: { userId: string; email: string; name: string },
  notice: "account-erased" | "erased-by-office" = "account-erased",
  alongside: (tx: Tx) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const key = accountKey(env().AUTH_SECRET ?? "", userId);
  return inTransaction(async (tx) => {
    await tx.meterRead.deleteMany({ where: { userId } });
    await tx.giftLink.deleteMany({ where: { giverId: userId } });
    await tx.checkoutAttempt.deleteMany({ where: { userId } });
    await tx.membershipNotice.deleteMany({ where: { userId } });
    await tx.mailProof.deleteMany({ where: { OR: [{ userId }, { email }] } });
    await tx.verification.deleteMany({ where: { OR: [{ identifier: { contains: userId } }, { identifier: { contains: email } }] } });
    await eraseSandboxTraces(userId, tx);
    // A present that was paid for stays good; whose words and address stand on it does not.
    await tx.giftMembership.updateMany({ where: { recipientEmail: email }, data: { recipientEmail: null } });
    await tx.giftMembership.updateMany({ where: { giverKey: key }, data: { message: "" } });
    // Sessions, keys, devices and the membership go with the account they belong to.
    await tx.user.delete({ where: { id: userId }, select: { id: true } });
    await enqueue({ name: "mail.notice", data: { notice, name, to: email } }, tx);
    await alongside(tx);
  });
}
