import { findMailAccount } from "@/lib/accounts/account-store";
import { welcomeMail } from "@/lib/accounts/welcome-mail";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail/send-mail";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/**
 * Greets a new account by mail.
 *
 * @throws Error while the mail server cannot be reached, so that the queue tries again; a mail that the server refuses
 *   for good is logged and given up
 */
export async function sendWelcome(payload: Payload<"mail.welcome">, context: WorkerContext): Promise<void> {
  const account = await findMailAccount(payload.userId);
  if (!account) return;
  const origin = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
  const sent = await sendMail({ to: account.email, ...welcomeMail({ ...account, origin }) });
  if (sent.ok) return context.log.info({ job: "mail.welcome", messageId: sent.value.messageId });
  if (sent.error.kind === "unavailable") throw new Error(`The welcome could not be sent: ${sent.error.detail}`);
  context.log.warn({ job: "mail.welcome", error: sent.error });
}
