import type { RawImage } from "./raw-feed";
import type { XmlLink } from "./xml-links";
import { allTexts, attributeOf, childrenNamed, firstText, type XmlNode } from "./xml-node";

/**
 * Pictures that an entry names outside its text: Media RSS (groups, contents, thumbnails), enclosures, iTunes.
 * Source: Media RSS 1.5.1, RSS 2.0 enclosure, RFC 4287 section 4.2.7
 */
export function imagesOf(node: XmlNode, links: XmlLink[]): RawImage[] {
  const groups = node.named("media:group");
  return [
    ...groups.flatMap((group, index) => mediaOf(group, node, index)),
    ...mediaOf(node, node, null),
    ...enclosuresOf(node),
    ...links.filter((link) => link.rel === "enclosure" && isImage(link.type, link.href)).map((link) => bare(link.href)),
    ...node.named("itunes:image").flatMap((image) => (attributeOf(image, "href") ? [bare(attributeOf(image, "href") ?? "")] : [])),
    ...childrenNamed(node, "image", "thumbnail", "thumb").flatMap((image) => {
      const url = firstText(image, "url") ?? (image.text.trim() || (attributeOf(image, "url") ?? attributeOf(image, "href") ?? ""));
      return /^(https?:)?\/\/\S+$/i.test(url) ? [bare(url)] : [];
    }),
  ];
}

function mediaOf(holder: XmlNode, entry: XmlNode, group: number | null): RawImage[] {
  const contents = holder.named("media:content");
  const pictures = contents.filter(isPicture).map((content) => mediaImage(content, [content, holder, entry], group));
  // A thumbnail stands in for a film or for nothing; beside pictures it is a small copy of one of them.
  const thumbnails = [...holder.named("media:thumbnail"), ...contents.flatMap((content) => content.named("media:thumbnail"))];
  return [...pictures, ...thumbnails.map((thumbnail) => mediaImage(thumbnail, [holder, entry], group))].filter((image) => image.url !== "");
}

function isPicture(content: XmlNode): boolean {
  const medium = attributeOf(content, "medium")?.toLowerCase();
  if (medium) return medium === "image";
  return isImage(attributeOf(content, "type") ?? "", attributeOf(content, "url") ?? "");
}

/** Metadata of a media element is its own, else its group's, else the entry's. */
function mediaImage(media: XmlNode, holders: XmlNode[], group: number | null): RawImage {
  const nearest = (...names: string[]): string => {
    for (const holder of holders) {
      const text = firstText(holder, ...names);
      if (text) return text;
    }
    return "";
  };
  const credits = holders.map((holder) => allTexts(holder, "media:credit")).find((texts) => texts.length > 0) ?? [];
  return {
    url: (attributeOf(media, "url") ?? media.text).trim(),
    width: pixels(attributeOf(media, "width")),
    height: pixels(attributeOf(media, "height")),
    title: nearest("media:title"),
    description: nearest("media:description", "media:text"),
    credit: [...new Set(credits)].join(", ") || nearest("media:copyright"),
    alt: "",
    group,
  };
}

function enclosuresOf(node: XmlNode): RawImage[] {
  return node.named("enclosure").flatMap((enclosure) => {
    const url = (attributeOf(enclosure, "url") ?? "").trim();
    return url !== "" && isImage(attributeOf(enclosure, "type") ?? "", url) ? [bare(url)] : [];
  });
}

const bare = (url: string): RawImage => ({ url, width: null, height: null, title: "", description: "", credit: "", alt: "", group: null });

function isImage(type: string, url: string): boolean {
  if (/^image\//i.test(type)) return !/svg/i.test(type);
  return (type === "" || /octet-stream|unknown/i.test(type)) && /\.(jpe?g|png|gif|webp|avif)(?:$|[?#])/i.test(url);
}

function pixels(text: string | null): number | null {
  const value = Number.parseInt(text ?? "", 10);
  return value > 0 && value < 100_000 ? value : null;
}
