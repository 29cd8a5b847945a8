import { product } from "@/lib/core/product";
import { codeWords } from "./gift-code";

/** What the mails about a present are made of. */
export type GiftFacts = { code: string; months: number; giverName: string; message: string; recipientEmail: string | null; origin: string };

type Mail = { subject: string; text: string };

/** The mail to whoever bought a present: the code, and how to hand it over. */
export function giverMail({ code, months, giverName, recipientEmail, origin }: GiftFacts): Mail {
  const paragraphs = [
    `Hello ${giverName},`,
    `thank you. ${months} months of ${product.name} are paid for. Whoever has this code can open them, once:`,
    codeWords(code),
    `Or by this address: ${redeemAddress(origin, code)}`,
    recipientEmail === null ? "Hand it over however you like." : `We have sent it to ${recipientEmail} as well.`,
    "A present never renews by itself, and the code does not grow old.",
    product.name,
  ];
  return { subject: `Your present: ${months} months of ${product.name}`, text: `${paragraphs.join("\n\n")}\n` };
}

/** The mail to whoever a present is for. */
export function recipientMail({ code, months, giverName, message, origin }: GiftFacts): Mail {
  const paragraphs = [
    `${giverName} gives you ${months} months of ${product.name}: every title in one place.`,
    ...(message ? [message] : []),
    `Open your present: ${redeemAddress(origin, code)}`,
    `Or enter this code there: ${codeWords(code)}`,
    "It asks for no card, costs you nothing, and ends by itself.",
    product.name,
  ];
  return { subject: `${giverName.slice(0, 60)} gives you ${months} months of ${product.name}`, text: `${paragraphs.join("\n\n")}\n` };
}

const redeemAddress = (origin: string, code: string): string => `${origin}/gift-membership/redeem?code=${codeWords(code)}`;
