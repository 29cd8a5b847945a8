import { escapeMarkup } from "@/lib/core/text";
import { isCreditClass } from "./internal/html-classes";
import { plainText } from "./plain-text";
import { splitCredit } from "./split-credit";

/**
 * Marks the credit inside figure captions that give it only in words ("… Photograph: Ann Lee/AP"), so that it can
 * be set apart. Runs before sanitising; captions that mark their credit are left as they are.
 */
export function separateCredits(html: string): string {
  if (!/<figcaption/i.test(html)) return html;
  // Bounded, so that unclosed captions cost no more than their number.
  return html.replace(/<figcaption\b[^>]{0,400}>((?:(?!<\/?fig)[\s\S]){1,2000})<\/figcaption>/gi, (whole: string, inner: string) => {
    if (isCreditMarked(inner)) return whole;
    const { caption, credit } = splitCredit(plainText(inner));
    if (credit === "") return whole;
    return `<figcaption>${escapeMarkup(caption)} <span class="credit">${escapeMarkup(credit)}</span></figcaption>`;
  });
}

const isCreditMarked = (inner: string): boolean =>
  [...inner.matchAll(/\bclass\s*=\s*["']?([^"'>]{1,200})/gi)].some((match) => isCreditClass(match[1] ?? ""));
