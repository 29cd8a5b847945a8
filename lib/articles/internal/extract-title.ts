import { plainTitle } from "@/lib/feeds/plain-text";
import { metaOf, type PageHead } from "./extract-head";
import { textValue } from "./extract-json-ld";

/**
 * The headline of a page: what microdata and Open Graph agree on, what JSON-LD states, else what its heading and its Open Graph title agree on, without the
 * site's name behind it and without a kicker before it.
 *
 * @param siteName as the page states it; empty where it does not
 */
export function chooseTitle(head: PageHead, siteName: string): string {
  const shared = tidy(metaOf(head, ["og:title", "twitter:title", "dc.title", "title"]), siteName);
  const page = tidy(head.title, siteName);
  const headings = head.headings.map(plain).filter((text) => text.length > 1 && letters(text) !== letters(siteName));
  const stated = head.article ? tidy(textValue(head.article, "headline") || textValue(head.article, "name"), siteName) : "";
  const marked = tidy(head.markedHeadline, siteName);
  if (marked !== "" && letters(marked) === letters(shared)) return shared;
  if (stated !== "") return withoutKicker(stated, shared);
  const heading = chooseHeading(headings, shared, page);
  if (heading === "") return shared || page;
  return shared !== "" && headings.length > 1 && !isNear(heading, shared) ? shared : withoutKicker(heading, shared);
}

function chooseHeading(headings: string[], shared: string, page: string): string {
  const near = headings.find((text) => isNear(text, shared)) ?? headings.find((text) => isNear(text, page));
  return near ?? headings.find((text) => text.length > 12) ?? headings[0] ?? "";
}

const plain = (text: string): string => plainTitle({ type: "html", value: text });
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

function isNear(one: string, other: string): boolean {
  const [a, b] = [letters(one), letters(other)];
  if (a === "" || b === "") return false;
  return a === b || (Math.min(a.length, b.length) > 12 && (a.includes(b) || b.includes(a)));
}

/** "Kicker: Headline" where the page elsewhere says "Headline". */
function withoutKicker(stated: string, shared: string): string {
  if (shared.length < 20 || shared.length >= stated.length || !stated.endsWith(shared)) return stated;
  return /[:|–—]\s*$/.test(stated.slice(0, -shared.length)) ? shared : stated;
}

const separator = /\s+[-–—|·•»:]\s+|\s*[|｜ㅣ]\s*|：/g;

/** Without the site's name (or a short tail that can only be one) behind the last separator. */
function tidy(text: string, siteName: string): string {
  let title = plain(text);
  for (let round = 0; round < 3; round += 1) {
    const cut = withoutTail(title, letters(siteName));
    if (cut === title) break;
    // "Headline-Section | Site", as Korean and Chinese sites write without spaces.
    title = cut.replace(/(?<=\S)-[\p{Script=Hangul}\p{Script=Han}]{1,4}$/u, "");
  }
  return title;
}

function withoutTail(title: string, site: string): string {
  const last = [...title.matchAll(separator)].at(-1);
  if (!last || last.index < 8) return title;
  const tail = title.slice(last.index + last[0].length);
  const own = letters(tail);
  const isSite = site !== "" && own !== "" && (site.includes(own) || own.includes(site));
  const isBar = /[|｜ㅣ•»]/.test(last[0]) && tail.split(/\s+/).length <= 5;
  const isDomain = /^[\w-]+(?:\.[\w-]+)+$/.test(tail) || /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(tail);
  return isSite || isBar || isDomain ? title.slice(0, last.index).trim() : title;
}
