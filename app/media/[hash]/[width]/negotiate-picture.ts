import type { MediaFormat } from "@/lib/core/media-href";

/**
 * The format to answer with: WebP to whoever names it, JPEG to everyone else. A bare `*` is not taken for WebP:
 * mail programs, crawlers and old browsers send it and cannot draw one.
 *
 * Source: RFC 9110 section 12.5.1
 */
export function choosePictureFormat(accept: string | null): MediaFormat {
  const webp = (accept ?? "").split(",").find((range) => /^\s*image\/webp\s*(?:;|$)/i.test(range));
  return webp && !/;\s*q\s*=\s*0(?:\.0*)?\s*(?:;|$)/i.test(webp) ? "webp" : "jpeg";
}

/**
 * Whether an If-None-Match header names this ETag, or any.
 *
 * Source: RFC 9110 section 13.1.2, weak comparison
 */
export function holdsEtag(ifNoneMatch: string | null, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);
}
