import { product } from "@/lib/core/product";

/** The mail with the code that proves an account which has nothing else to show. */
export function stepUpMail(facts: { name: string; code: string; validMinutes: number }): { subject: string; text: string } {
  const paragraphs = [
    `Hello ${facts.name},`,
    `Your code is ${facts.code}. It is good once, for ${facts.validMinutes} minutes, and only in the browser that asked for it.`,
    "Somebody who is signed in to your account is about to change something that matters. If that is not you, give the code to nobody and sign out everywhere in your settings.",
    product.name,
  ];
  return { subject: `${facts.code} is your ${product.name} code`, text: `${paragraphs.join("\n\n")}\n` };
}
