import { canonicalLanguage, directionOfLanguage, directionOfText } from "@/lib/core/language";
import { collapseSpace } from "@/lib/core/text";
import { absoluteHref } from "@/lib/core/url";
import { plainTitle } from "@/lib/feeds/plain-text";
import { metaOf, type PageHead } from "./extract-head";
import { hasType, isThing, textValue, valuesOf } from "./extract-json-ld";

/** The name of the site a page belongs to; empty where it does not say. */
export function readSiteName(head: PageHead): string {
  const stated = metaOf(head, ["og:site_name", "application-name", "al:android:app_name"]);
  const publisher = [head.article, ...head.things].flatMap((thing) => (thing ? valuesOf(thing, "publisher") : [])).find(isThing);
  const site = head.things.find((thing) => hasType(thing, /^(?:WebSite|NewsMediaOrganization|Organization)$/));
  return plain(stated || (publisher ? textValue(publisher, "name") : "") || (site ? textValue(site, "name") : ""));
}

/** The section an article stands in, in the site's own words; empty where the page does not say. */
export function readSection(head: PageHead): string {
  const stated = metaOf(head, [
    "article:section",
    "og:article:section",
    "section",
    "parsely-section",
    "sailthru.section",
    "cxenseparse:recs:category",
  ]);
  const section = stated || (head.article ? textValue(head.article, "articleSection") : "") || crumb(head);
  return /^https?:/.test(section) ? "" : plain(section).slice(0, 80);
}

/** The last step of the trail before the article itself. */
function crumb(head: PageHead): string {
  const trail = head.things.find((thing) => hasType(thing, /BreadcrumbList$/));
  const steps = trail ? valuesOf(trail, "itemListElement").filter(isThing) : [];
  const step = steps[Math.min(1, steps.length - 2)];
  if (!step) return "";
  const item = valuesOf(step, "item").find(isThing);
  return textValue(step, "name") || (item ? textValue(item, "name") : "");
}

/** What the page's head says the article is about; empty where it says nothing. */
export const readDescription = (head: PageHead): string =>
  plain(
    metaOf(head, ["og:description", "description", "twitter:description"]) || (head.article ? textValue(head.article, "description") : ""),
  );

/** Language of the page (BCP 47) and direction that its words show. */
export function readLanguage(head: PageHead, text: string): { language: string | null; direction: "ltr" | "rtl" } {
  const stated = [
    head.language,
    head.article ? textValue(head.article, "inLanguage") : "",
    metaOf(head, ["og:locale", "content-language", "dc.language", "language"]),
  ];
  const language = stated.map(canonicalLanguage).find((tag) => tag !== null) ?? null;
  const shown = directionOfText(text) ?? directionOfLanguage(language);
  return { language, direction: shown ?? (head.direction.toLowerCase() === "rtl" ? "rtl" : "ltr") };
}

/** A picture that the page's head names, not read yet. */
export type StatedImage = { url: string; caption: string; credit: string; width: number | null; height: number | null; alt: string };

/** The pictures that JSON-LD and Open Graph name for the article, absolute. */
export function readStatedImages(head: PageHead, base: string): StatedImage[] {
  const named = head.article ? valuesOf(head.article, "image").flatMap((image) => statedImage(image, head)) : [];
  const shared = metaOf(head, ["og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"]);
  const all = [...(shared === "" ? [] : [{ ...empty, url: shared, alt: metaOf(head, ["og:image:alt", "twitter:image:alt"]) }]), ...named];
  return all.flatMap((image) => {
    const url = absoluteHref(image.url, base);
    return url && !isEmblem(url) ? [{ ...image, url }] : [];
  });
}

const empty: StatedImage = { url: "", caption: "", credit: "", width: null, height: null, alt: "" };

/** A site's emblem stands in where an article has no picture. */
const isEmblem = (url: string): boolean =>
  /(?:^|[/_.-])(?:logo|favicon|default|placeholder|fallback|og-?image-?default|share-?(?:image|default)|social-?(?:share|default|logo)|apple-touch-icon|avatar)(?=[/_.-]|\d|$)/i.test(
    new URL(url).pathname,
  );

function statedImage(image: unknown, head: PageHead): StatedImage[] {
  if (typeof image === "string") return [{ ...empty, url: image }];
  if (!isThing(image)) return [];
  const url = textValue(image, "contentUrl") || textValue(image, "url");
  if (url === "") {
    const id = textValue(image, "@id");
    const found =
      id === ""
        ? null
        : head.things.find(
            (thing) =>
              thing !== image && textValue(thing, "@id") === id && (textValue(thing, "url") || textValue(thing, "contentUrl")) !== "",
          );
    return found ? statedImage({ ...found, "@id": "" }, head) : [];
  }
  const person = [...valuesOf(image, "author"), ...valuesOf(image, "creator"), ...valuesOf(image, "copyrightHolder")];
  const name =
    person.map((each) => (typeof each === "string" ? each : isThing(each) ? textValue(each, "name") : "")).find((each) => each !== "") ??
    "";
  const side = (key: string) => Number.parseInt(String(image[key] ?? ""), 10) || null;
  return [
    {
      url,
      caption: plain(textValue(image, "caption")),
      credit: plain(textValue(image, "creditText") || name),
      width: side("width"),
      height: side("height"),
      alt: "",
    },
  ];
}

const plain = (text: string): string => collapseSpace(plainTitle({ type: "html", value: text }));
