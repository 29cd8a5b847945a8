import { findMailAccount } from "@/lib/accounts/account-store";
import { quietMail } from "@/lib/feeds/quiet-mail";
import { listStillQuiet } from "@/lib/feeds/quiet-store";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail/send-mail";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/**
 * Tells an admin which titles went quiet; those that spoke meanwhile are left out.
 *
 * @throws Error while the mail server cannot be reached, so that the queue tries again
 */
export async function sendQuietMail({ userId, publisherIds }: Payload<"mail.quiet">, context: Pick<WorkerContext, "log">): Promise<void> {
  const [account, titles] = await Promise.all([findMailAccount(userId), listStillQuiet(publisherIds)]);
  if (!account || titles.length === 0) return;
  const origin = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
  const sent = await sendMail({ to: account.email, ...quietMail(account.name, titles, origin) });
  if (sent.ok) return context.log.info({ job: "mail.quiet", messageId: sent.value.messageId });
  if (sent.error.kind === "unavailable") throw new Error(`A mail could not be sent: ${sent.error.detail}`);
  context.log.warn({ job: "mail.quiet", error: sent.error });
}
