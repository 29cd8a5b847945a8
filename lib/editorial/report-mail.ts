import { product } from "@/lib/core/product";

type AnswerFacts = {
  reader: { name: string };
  article: { headline: string; slug: string };
  isWithdrawn: boolean;
  state: string;
  answer: string;
  origin: string;
};

/** The mail that tells a reader what came of their report. Of a withdrawn article it says nothing. */
export function answerMail({ reader, article, isWithdrawn, state, answer, origin }: AnswerFacts): { subject: string; text: string } {
  const what = isWithdrawn ? "an article that has been withdrawn since" : `“${article.headline}”`;
  const verdict =
    state === "upheld" ? "You were right. Our editors answer:" : "Our editors looked into it and leave it as it is. They answer:";
  const paragraphs = [
    `Dear ${reader.name},`,
    `thank you for telling us what you think is wrong with ${what}.`,
    verdict,
    answer,
    ...(isWithdrawn ? [] : [`The article: ${origin}/article/${article.slug}`]),
    `All you have reported: ${origin}/report`,
    product.name,
  ];
  return { subject: "Our answer to your report", text: `${paragraphs.join("\n\n")}\n` };
}
