import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";
import type { Extraction } from "./measure";

/**
 * The floor beside which ours is printed: @mozilla/readability as it comes, on jsdom, UTF-8 where the bytes are valid.
 *
 * @throws what jsdom throws
 */
export function readPlainly(bytes: Uint8Array, url: string): Extraction {
  // jsdom reports every broken style sheet otherwise.
  const dom = new JSDOM(decode(bytes), { url, virtualConsole: new VirtualConsole() });
  try {
    const article = new Readability(dom.window.document).parse();
    return {
      title: article?.title ?? "",
      authors: article?.byline ? [article.byline] : [],
      text: article?.textContent ?? "",
      shown: article?.textContent ?? "",
      published: article?.publishedTime ?? null,
      images: [],
      isWalled: false,
    };
  } finally {
    dom.window.close();
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
