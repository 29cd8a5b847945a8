import "server-only";
import { env } from "@/lib/platform/env";
import { findOutboxMail, listOutbox, type OutboxMail } from "@/lib/platform/mail/outbox";

const shownMax = 100;

/** The mails that a demo install wrote into its outbox, newest first; null on every other install. */
export async function listDemoMails(): Promise<OutboxMail[] | null> {
  return env().DEMO === "on" ? listOutbox(shownMax) : null;
}

/** One mail of a demo install's outbox; null where there is none, and on every other install. */
export async function findDemoMail(name: string): Promise<OutboxMail | null> {
  return env().DEMO === "on" ? findOutboxMail(name) : null;
}
