import { type MediaWidth, mediaHash, mediaHref } from "@/lib/core/media-href";
import type { Result } from "@/lib/core/result";
import { serveKillable } from "@/lib/platform/killable/serve-killable";
import { type ExtractError, type ExtractedArticle, extractArticle } from "./extract-article";

export type ExtractOrder = { bytes: Uint8Array; url: string; contentType: string | null; pictureWidth: MediaWidth | null };
/** `bodyMedia`: the pictures whose addresses in the text became our own. */
export type ExtractAnswer = Result<ExtractedArticle & { bodyMedia: { hash: string; sourceUrl: string }[] }, ExtractError>;

// The thread of extract-gateway: one page at a time, nothing kept between pages.
serveKillable(({ bytes, url, contentType, pictureWidth }: ExtractOrder): ExtractAnswer => {
  const bodyMedia = new Map<string, string>();
  const pictureHref = (sourceUrl: string, width: MediaWidth) => {
    const hash = mediaHash(sourceUrl);
    bodyMedia.set(hash, sourceUrl);
    return mediaHref(hash, width);
  };
  const options = pictureWidth === null ? {} : { pictureHref: (sourceUrl: string) => pictureHref(sourceUrl, pictureWidth) };
  const extracted = extractArticle(bytes, { url, contentType, ...options });
  if (!extracted.ok) return extracted;
  return { ok: true, value: { ...extracted.value, bodyMedia: [...bodyMedia].map(([hash, sourceUrl]) => ({ hash, sourceUrl })) } };
});
