import { mediaHref, mediaWidths } from "@/lib/core/media-href";

export type PictureSource = { src: string; srcSet?: string };

/**
 * The addresses of a picture, without sizes larger than the picture itself.
 *
 * @param widthMax the widest the place on the page can show, in pixels of a dense screen
 */
export function pictureSource(hash: string, pictureWidth: number | null, widthMax: number): PictureSource {
  const limit = Math.min(widthMax, pictureWidth ?? widthMax);
  const usable = mediaWidths.filter((width, index) => index === 0 || width <= limit || (mediaWidths[index - 1] ?? 0) < limit);
  if (usable.length === 1) return { src: mediaHref(hash, 320) };
  return { src: mediaHref(hash, usable[1] ?? 320), srcSet: usable.map((width) => `${mediaHref(hash, width)} ${width}w`).join(", ") };
}
