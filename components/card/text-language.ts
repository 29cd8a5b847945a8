import type { Direction } from "@/lib/articles/types";

/** The language and direction that the page itself is written in. */
const pageLanguage = "en";

/** `lang` for a piece of text, left out where it is the page's own. */
export function languageOf(text: { language: string }): string | undefined {
  return text.language.split("-")[0] === pageLanguage ? undefined : text.language;
}

/** `dir` for a block of text, left out where it is the page's own. */
export function directionOf(text: { direction: Direction }): Direction | undefined {
  return text.direction === "rtl" ? "rtl" : undefined;
}
