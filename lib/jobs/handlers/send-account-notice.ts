import { noticeMail } from "@/lib/accounts/notice-mail";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail/send-mail";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/**
 * Tells an account's owner what was changed.
 *
 * @throws Error while the mail server cannot be reached, so that the queue tries again
 */
export async function sendAccountNotice({ notice, name, to }: Payload<"mail.notice">, context: WorkerContext): Promise<void> {
  const origin = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
  const sent = await sendMail({ to, ...noticeMail(notice, { name, origin }) });
  if (sent.ok) return context.log.info({ job: "mail.notice", messageId: sent.value.messageId });
  if (sent.error.kind === "unavailable") throw new Error(`A notice could not be sent: ${sent.error.detail}`);
  context.log.warn({ job: "mail.notice", error: sent.error });
}
