import { collapseSpace } from "@/lib/core/text";
import { absoluteHref } from "@/lib/core/url";
import type { RawImage } from "./internal/raw-feed";
import { plainText } from "./plain-text";
import { splitCredit } from "./split-credit";
import type { EntryImage } from "./types";

/** An article shows no more. */
const imagesMax = 20;

/** Wider renditions cost time and show nothing more. */
const widthMax = 2_400;

/**
 * Chooses an entry's pictures: one rendition of each, the widest that makes sense, the lead picture first, each
 * with its caption and its credit apart.
 *
 * @param named pictures the entry names outside its text (media, enclosures), in order
 * @param inText pictures inside its HTML, in order
 * @param base what relative addresses are resolved against
 */
export function pickImages(named: RawImage[], inText: RawImage[], base: string | null): EntryImage[] {
  const chosen = new Map<string, EntryImage>();
  for (const raw of [...named, ...inText]) {
    const url = absoluteHref(raw.url, base);
    if (!url || isIcon(raw)) continue;
    const key = raw.group === null ? pictureKey(url) : `group ${raw.group}`;
    const known = chosen.get(key) ?? chosen.get(pictureKey(url));
    if (known) merge(known, toImage(raw, url));
    else if (chosen.size < imagesMax) chosen.set(key, toImage(raw, url));
  }
  return [...chosen.values()];
}

/** Below this many pixels a side it is a button, an icon or a counter. */
const isIcon = (raw: RawImage): boolean => (raw.width !== null && raw.width < 50) || (raw.height !== null && raw.height < 50);

/** What all renditions of one picture share: host and path without the parts that say a size. */
function pictureKey(url: string): string {
  const { hostname, pathname } = new URL(url);
  const unsized = pathname
    .replace(/[-_]\d{2,4}x\d{2,4}(?=\.\w+$)/, "")
    .replace(usualWidthSuffix, "")
    .replace(/\/(?:w_?|h_?|width\/|height\/)?\d{2,4}(?:x\d{2,4}|px)?(?=\/)/gi, "");
  return hostname + unsized;
}

/** Only widths that publishers scale to: other numbers at the end of a name tell pictures apart. */
const usualWidthSuffix = /[-_](?:240|320|480|600|640|720|768|800|960|1024|1080|1200|1280|1440|1536|1600|1920|2048)w?(?=\.\w+$)/;

function merge(known: EntryImage, other: EntryImage): void {
  const [width, otherWidth] = [known.width ?? 0, other.width ?? 0];
  if (otherWidth > width && otherWidth <= widthMax) Object.assign(known, { url: other.url, width: other.width, height: other.height });
  known.caption ||= other.caption;
  known.credit ||= other.credit;
  known.alt ||= other.alt;
}

function toImage(raw: RawImage, url: string): EntryImage {
  const described = plainText(raw.description) || plainText(raw.title);
  const { caption, credit } = splitCredit(described);
  const stated = collapseSpace(plainText(raw.credit)).replace(creditLabel, "");
  return {
    url,
    width: raw.width ?? widthOf(url),
    height: raw.height,
    caption: stated === "" ? caption : described === stated ? "" : splitCredit(described).caption,
    credit: stated || credit,
    alt: raw.alt || plainText(raw.title),
  };
}

const creditLabel = /^(?:photo(?:graph)?(?: by)?|image(?: credit)?|credit|picture(?: by)?|foto|bild|©|\(c\)|copyright)\s*[:：]?\s+(?=\S)/i;

/** The width an address states: "?width=640", "-1024x768.jpg". */
function widthOf(url: string): number | null {
  const stated = url.match(/[?&](?:width|w)=(\d{2,4})\b/i) ?? url.match(/[-_](\d{2,4})x\d{2,4}\.\w+(?:$|\?)/);
  return stated ? Number(stated[1]) : null;
}
