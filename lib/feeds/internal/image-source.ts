import { absoluteHref } from "@/lib/core/url";

type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * Where the picture of an img element is: its lazy address where `src` is only a stand-in, the widest fitting
 * candidate where there is nothing but a srcset.
 *
 * @returns an absolute http(s) address; null for tracking pixels, inline data and elements without a picture
 */
export function imageSource(attributes: Attributes, base: string | null): string | null {
  if (isPixel(attributes)) return null;
  const plain = attributes.src ?? "";
  const isStandIn = plain === "" || plain.startsWith("data:") || standIn.test(plain);
  const lazy = lazyNames.map((name) => attributes[name]).find((value) => value && !value.startsWith("data:") && !/[{}]/.test(value));
  const candidates = isStandIn
    ? [lazy, widest(attributes.srcset), widest(attributes["data-srcset"]), widest(attributes["data-lazy-srcset"])]
    : [plain];
  for (const candidate of candidates) {
    const href = absoluteHref(candidate, base);
    if (href && !trackers.test(href)) return href;
  }
  return null;
}

const lazyNames = [
  "data-src",
  "data-lazy-src",
  "data-original",
  "data-original-src",
  "data-full-src",
  "data-hi-res-src",
  "data-orig-file",
  "data-large-file",
  "data-url",
];

const standIn =
  /(?:^|[/_.-])(?:placeholder|blank|spacer|transparent|pixel|1x1|lazy|loading|grey|gray)(?:[_.-][\w-]*)?\.(?:gif|png|jpe?g|svg|webp)/i;

const trackers =
  /^https?:\/\/(?:pixel\.|stats?\.|[^/]*\.(?:doubleclick|scorecardresearch|quantserve|chartbeat|imrworldwide)\.|feeds?\.feedburner\.com\/~|[^/]*feedsportal\.com\/|feeds\.wordpress\.com\/1\.0\/|rss\.buysellads\.com\/|[^/]+\/(?:[^?#]*\/)?(?:pixel|beacon|tracking|counter|piwik|matomo)(?:\.(?:gif|png|php)|\/|\?))/i;

/** Pictures of up to two pixels a side only count their readers. */
function isPixel(attributes: Attributes): boolean {
  const isTiny = (side: string | undefined) => /^\s*[0-2](?:px)?\s*$/i.test(side ?? "");
  if (isTiny(attributes.width) || isTiny(attributes.height)) return true;
  return /(?:^|;|\s)(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)|display\s*:\s*none/i.test(attributes.style ?? "");
}

/** Candidates wider than this cost more than any screen shows. */
const widthMax = 2_048;

/** Address of the widest srcset candidate of at most `widthMax`, else of the first. */
function widest(srcset: string | undefined): string | undefined {
  const candidates = [...(srcset ?? "").matchAll(/(?:^|,\s*|\s)([^\s,]\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?=,|$)/g)].slice(0, 50);
  const sized = candidates.map((match) => ({ url: match[1], width: Number(match[2] ?? 1) * (match[3] === "w" ? 1 : 640) }));
  const fitting = sized.filter((candidate) => candidate.width <= widthMax).sort((a, b) => b.width - a.width);
  return (fitting[0] ?? sized[0])?.url;
}
