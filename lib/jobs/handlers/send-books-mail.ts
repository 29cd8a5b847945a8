import { findMailAccount } from "@/lib/accounts/account-store";
import { booksMail } from "@/lib/payouts/books-mail";
import { findRound } from "@/lib/payouts/round-store";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail/send-mail";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/**
 * Tells an admin that a month could not be closed, or that the books are wrong; nothing where they are right by now.
 *
 * @throws Error while the mail server cannot be reached, so that the queue tries again
 */
export async function sendBooksMail({ userId, kind }: Payload<"mail.books">, context: Pick<WorkerContext, "log">): Promise<void> {
  const [account, round] = await Promise.all([findMailAccount(userId), findRound(kind)]);
  if (!account || !round || round.isGood) return;
  const origin = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
  const sent = await sendMail({ to: account.email, ...booksMail(account.name, round, origin) });
  if (sent.ok) return context.log.info({ job: "mail.books", messageId: sent.value.messageId });
  if (sent.error.kind === "unavailable") throw new Error(`A mail could not be sent: ${sent.error.detail}`);
  context.log.warn({ job: "mail.books", error: sent.error });
}
