import { product } from "@/lib/core/product";

/** The mail that tells an admin that a month could not be closed, or that the books are wrong. */
export function booksMail(
  name: string,
  round: { kind: "close" | "check"; at: Date; words: readonly string[] },
  origin: string,
): { subject: string; text: string } {
  const isCheck = round.kind === "check";
  const paragraphs = [
    `Dear ${name},`,
    `${isCheck ? "The check of the books found what must not be" : "A month could not be closed"}, at ${round.at.toISOString().slice(0, 16).replace("T", " ")} UTC:`,
    ...round.words,
    isCheck
      ? "Nothing is paid out by itself. Please look before you pay by these statements."
      : "Nothing of it was kept; the next night tries again, and you may try by hand.",
    `${origin}/admin/payouts`,
    product.name,
  ];
  return { subject: isCheck ? "The books do not balance" : "A month could not be closed", text: `${paragraphs.join("\n\n")}\n` };
}
