import type { SafeHtml } from "@/lib/core/safe-html";

type LeadWords = { hash: string; caption: string };

/** A whole figure, or a paragraph that holds nothing but a picture; the sanitiser never nests them. */
const pictureBlock = /<figure>(?:(?!<\/figure>)[\s\S])*<\/figure>\s*|<p>\s*<img[^>]*>\s*<\/p>\s*/g;

/**
 * Takes the lead picture out of a text that shows it again, so that a reader sees it once.
 *
 * A picture block counts as the lead when it opens the text, when it is the same picture, or when its caption is
 * the lead's: feeds give the same photograph in another width, and so under another address.
 *
 * @param lead the picture that the page will show above the text; null leaves the text alone
 * @returns the text less those blocks; removing whole elements keeps sanitised HTML sanitised
 */
export function separateLead(html: SafeHtml, lead: LeadWords | null): SafeHtml {
  if (!lead) return html;
  return html.replace(pictureBlock, (block, offset: number) =>
    offset === 0 || block.includes(`/media/${lead.hash}/`) || hasCaption(block, lead.caption) ? "" : block,
  ) as SafeHtml;
}

function hasCaption(block: string, caption: string): boolean {
  const words = plain(caption);
  return words !== "" && plain(/<figcaption>([\s\S]*?)(?:<span class="credit">|<\/figcaption>)/.exec(block)?.[1] ?? "") === words;
}

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|quot|#39|lt|gt);/g, " ")
    .replace(/[&"'<>]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
