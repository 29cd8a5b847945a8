import { product } from "@/lib/core/product";

/** The mail that tells an admin which titles went quiet against their own habit. */
export function quietMail(
  name: string,
  titles: readonly { slug: string; name: string; lastAt: Date | null }[],
  origin: string,
): { subject: string; text: string } {
  const [first] = titles;
  const subject = titles.length === 1 && first ? `${first.name} has gone quiet` : `${titles.length} titles have gone quiet`;
  const lines = titles.map((title) => `${title.name}: ${lastWords(title.lastAt)}\n${origin}/admin/titles/${title.slug}`);
  const paragraphs = [
    `Dear ${name},`,
    "Longer than is their habit, nothing has come from:",
    ...lines,
    `Perhaps there is nothing new; perhaps a feed has moved or stopped. The board shows what their servers say: ${origin}/admin/health?state=quiet`,
    "You are told once for each silence.",
    product.name,
  ];
  return { subject, text: `${paragraphs.join("\n\n")}\n` };
}

const lastWords = (at: Date | null): string => (at ? `last entry ${at.toISOString().slice(0, 16).replace("T", " ")} UTC` : "no entry yet");
