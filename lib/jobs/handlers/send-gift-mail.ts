import { giftCode } from "@/lib/billing/gift-code";
import { giverMail, recipientMail } from "@/lib/billing/gift-mail";
import { findPaidGift } from "@/lib/billing/gift-store";
import { findMembership } from "@/lib/billing/membership-store";
import { booksSecret } from "@/lib/billing/provider-gateway";
import { env } from "@/lib/platform/env";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";
import { sendOrThrow } from "./send-membership-mail";

/** Sends the code of a present that is paid for, to whoever bought it or whom it is for. */
export async function sendGiftMail({ giftId, giverId, to }: Payload<"mail.gift">, context: Pick<WorkerContext, "log">): Promise<void> {
  const secret = booksSecret();
  const gift = await findPaidGift(giftId, giverId, secret);
  const giver = await findMembership(giverId);
  const address = to === "giver" ? giver?.email : gift?.recipientEmail;
  if (!gift || !giver || !address) return;
  const { months, message, recipientEmail } = gift;
  const origin = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
  const facts = { code: giftCode(secret, giftId), months, message, recipientEmail, giverName: giver.name, origin };
  await sendOrThrow({ to: address, ...(to === "giver" ? giverMail(facts) : recipientMail(facts)) }, "mail.gift", context);
}
