import iconv from "iconv-lite";
import type { FeedInput } from "./feed-input";
import { renderAtom } from "./render-atom";
import { renderJsonFeed } from "./render-json-feed";
import { renderRss1 } from "./render-rss1";
import { renderRss2 } from "./render-rss2";

/** A feed's bytes in its title's format and character encoding. */
export function renderFeed(input: FeedInput): Buffer {
  const { format } = input.title;
  switch (format) {
    case "rss2":
    case "rss2-media":
    case "rss2-bare":
      return Buffer.from(renderRss2(input));
    case "rss2-latin":
      return encodeLatin(renderRss2(input));
    case "rss1":
      return Buffer.from(renderRss1(input));
    case "atom":
    case "atom-xhtml":
      return Buffer.from(renderAtom(input));
    case "jsonfeed":
      return Buffer.from(renderJsonFeed(input));
    default:
      return format satisfies never;
  }
}

/**
 * Bytes of a document in windows-1252. What the encoding lacks becomes a numeric reference: XML reads it
 * as the character, and within CDATA the HTML reader does.
 */
export function encodeLatin(document: string): Buffer {
  const parts = [...document].map((char) =>
    iconv.decode(iconv.encode(char, "windows-1252"), "windows-1252") === char ? char : `&#${char.codePointAt(0)};`,
  );
  return iconv.encode(parts.join(""), "windows-1252");
}
