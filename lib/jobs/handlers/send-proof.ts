import { findAccountById, findEntryAccount } from "@/lib/accounts/credential-store";
import { sealProof } from "@/lib/accounts/mail-proof-store";
import { proofMail } from "@/lib/accounts/proof-mail";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail/send-mail";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/**
 * Writes and sends the letter that somebody waits for. Its secrets are made here and stand nowhere but in the letter,
 * so that neither the queue nor the database can be read for them; a second try makes new ones.
 *
 * @throws Error while the mail server cannot be reached, so that the queue tries again
 */
export async function sendProof({ proofId }: Payload<"mail.proof">, context: WorkerContext): Promise<void> {
  const proof = await sealProof(proofId, context.now());
  if (!proof) return;
  const account = proof.userId ? await findAccountById(proof.userId) : await findEntryAccount(proof.email);
  const holder = proof.purpose === "new-address" ? await findEntryAccount(proof.email) : null;
  const origin = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
  const letter = proofMail({ ...proof, name: account?.name ?? null, isTaken: holder !== null && holder.id !== proof.userId, origin });
  const sent = await sendMail({ to: proof.email, ...letter });
  if (sent.ok) return context.log.info({ job: "mail.proof", messageId: sent.value.messageId });
  if (sent.error.kind === "unavailable") throw new Error(`A letter could not be sent: ${sent.error.detail}`);
  context.log.warn({ job: "mail.proof", error: sent.error });
}
