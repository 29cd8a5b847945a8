import { stripControls } from "@/lib/core/text";
import { decodePage } from "@/lib/feeds/decode-page";

/**
 * Decodes an article's page: UTF-8 where the bytes are valid UTF-8, whatever the page says, for many say the wrong
 * thing; else by HTTP, the page's own meta element and what the bytes look like.
 */
export function decodeArticlePage(bytes: Uint8Array, contentType: string | null): string {
  try {
    return stripControls(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return decodePage(bytes, contentType);
  }
}
