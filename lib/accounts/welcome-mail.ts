import { product } from "@/lib/core/product";

/** What the welcome says of a new account. `confirmUrl`: where its address is confirmed; null once it is. */
export type WelcomeFacts = { name: string; trialEndsAt: Date | null; origin: string; confirmUrl: string | null };

/** The mail that greets a new account: what is open, until when, and that nothing is charged by itself. */
export function welcomeMail({ name, trialEndsAt, origin, confirmUrl }: WelcomeFacts): { subject: string; text: string } {
  const until = trialEndsAt
    ? `Every title is open to you until ${trialEndsAt.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })}. After that your account is free: it costs nothing and nothing is charged by itself.`
    : "Your account is free: it costs nothing and nothing is charged by itself.";
  const paragraphs = [
    `Good to have you, ${name}.`,
    until,
    `Start reading: ${origin}/`,
    ...(confirmUrl ? [`Confirm that this address is yours, so that we can always let you back in: ${confirmUrl}`] : []),
    `If it was not you who signed up with this address, write to ${product.contactEmail} and we will remove it.`,
    product.name,
  ];
  return { subject: `Welcome to ${product.name}`, text: `${paragraphs.join("\n\n")}\n` };
}
