import { collapseSpace } from "@/lib/core/text";

/**
 * Parts a picture's caption from its credit: "A harbour. Photograph: Ann Lee/AP" → "A harbour.", "Ann Lee/AP".
 *
 * @param text caption as written, plain
 * @returns the credit without its label; empty where none is marked
 */
export function splitCredit(text: string): { caption: string; credit: string } {
  const line = collapseSpace(text);
  for (const pattern of creditForms) {
    const match = line.match(pattern);
    const credit = match?.groups?.credit?.trim().replace(/[.\s]+$/, "") ?? "";
    if (match && credit.length > 1 && credit.length <= creditCharsMax) {
      return { caption: line.slice(0, match.index).trim(), credit };
    }
  }
  return { caption: line, credit: "" };
}

const creditCharsMax = 120;

const label =
  "(?:photo(?:graph(?:s|er)?|s)?(?: by| credit| courtesy(?: of)?)?|image(?:s)?(?: by| credit| courtesy(?: of)?)?|picture(?:s)?(?: by| credit)?|credits?|illustration(?: by)?|graphic|foto|bild(?:nachweis|quelle)?|quelle|source|crédits?(?: photo)?|crédito|copyright|courtesy(?: of)?|写真|图片来源|摄影|الصورة|تصوير)";

const creditForms: readonly RegExp[] = [
  new RegExp(`\\s*[(\\[](?:${label})\\s*[:：]?\\s*(?<credit>[^()\\[\\]]{2,120})[)\\]]\\.?$`, "iu"),
  /\s*[([](?<credit>[^()[\]]{0,60}\b(?:AP Photo|Getty Images|Reuters|AFP|EPA|Shutterstock|dpa|PA Wire|Alamy)\b[^()[\]]{0,60})[)\]]\.?$/u,
  new RegExp(`(?:(?<=^|[.!?…"”)\\]|]\\s*)|\\s[–—|-]\\s)(?:${label})\\s*[:：/]\\s*(?<credit>[^:]{2,120})$`, "iu"),
  /(?:(?<=^|[.!?…"”)\]|]\s*)|\s)(?:©|\(c\))\s*(?<credit>[^©]{2,120})$/iu,
];
