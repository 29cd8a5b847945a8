import { unsubscribeToken } from "@/lib/accounts/unsubscribe-token";
import { findMembership } from "@/lib/billing/membership-store";
import { nextCharge } from "@/lib/billing/next-charge";
import { noticeMail } from "@/lib/billing/notice-mail";
import { standingAt } from "@/lib/billing/standing-at";
import { addMs, secondMs } from "@/lib/core/clock";
import { env } from "@/lib/platform/env";
import { type Mail, sendMail } from "@/lib/platform/mail/send-mail";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/**
 * Sends one notice about a membership, in the words that are true by now.
 *
 * @throws Error while the mail server cannot be reached, so that the queue tries again
 */
export async function sendMembershipMail(payload: Payload<"mail.membership">, context: Pick<WorkerContext, "log" | "now">): Promise<void> {
  const record = await findMembership(payload.userId);
  if (!record) return;
  const { name, email, books, clockAheadSec, wantsWelcomes } = record;
  const standing = standingAt(books, addMs(context.now(), clockAheadSec * secondMs));
  const origin = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
  const mail = noticeMail(payload.kind, {
    name,
    standing,
    plan: books.subscription?.plan ?? null,
    charge: nextCharge(books),
    dueAt: new Date(payload.dueAt),
    origin,
    unsubscribeUrl: `${origin}/unsubscribe/${unsubscribeToken(env().AUTH_SECRET ?? "", payload.userId)}`,
  });
  const isUnwanted = mail?.unsubscribeUrl && !wantsWelcomes;
  if (mail && !isUnwanted) await sendOrThrow({ to: email, ...mail }, "mail.membership", context);
}

/**
 * Sends a mail of a job; one that the server refuses for good is logged and given up.
 *
 * @throws Error while the mail server cannot be reached
 */
export async function sendOrThrow(mail: Mail, job: string, { log }: Pick<WorkerContext, "log">): Promise<void> {
  const sent = await sendMail(mail);
  if (sent.ok) return log.info({ job, messageId: sent.value.messageId });
  if (sent.error.kind === "unavailable") throw new Error(`A mail could not be sent: ${sent.error.detail}`);
  log.warn({ job, error: sent.error });
}
