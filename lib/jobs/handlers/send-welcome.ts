import { findMailAccount } from "@/lib/accounts/account-store";
import { askProof, sealProof } from "@/lib/accounts/mail-proof-store";
import { welcomeMail } from "@/lib/accounts/welcome-mail";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail/send-mail";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/**
 * Greets a new account by mail, with the link that confirms its address where that is still to be proven.
 *
 * @throws Error while the mail server cannot be reached, so that the queue tries again; a mail that the server refuses
 *   for good is logged and given up
 */
export async function sendWelcome(payload: Payload<"mail.welcome">, context: WorkerContext): Promise<void> {
  const account = await findMailAccount(payload.userId);
  if (!account) return;
  const origin = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
  const confirmUrl = account.emailVerified ? null : await makeConfirmUrl(payload.userId, account.email, origin, context.now());
  const sent = await sendMail({ to: account.email, ...welcomeMail({ ...account, origin, confirmUrl }) });
  if (sent.ok) return context.log.info({ job: "mail.welcome", messageId: sent.value.messageId });
  if (sent.error.kind === "unavailable") throw new Error(`The welcome could not be sent: ${sent.error.detail}`);
  context.log.warn({ job: "mail.welcome", error: sent.error });
}

async function makeConfirmUrl(userId: string, email: string, origin: string, now: Date): Promise<string | null> {
  const proof = await sealProof(await askProof({ purpose: "verify", email, userId, returnTo: "/" }, now), now);
  return proof && `${origin}/verify?token=${proof.token}`;
}
