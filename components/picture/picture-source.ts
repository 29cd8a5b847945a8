/** Widths in CSS pixels that `/media/{hash}/{width}` serves. */
const widths = [320, 640, 960, 1440];

export type PictureSource = { src: string; srcSet?: string };

/**
 * The addresses of a picture, without sizes larger than the picture itself.
 *
 * @param widthMax the widest the place on the page can show, in pixels of a dense screen
 */
export function pictureSource(hash: string, pictureWidth: number | null, widthMax: number): PictureSource {
  const limit = Math.min(widthMax, pictureWidth ?? widthMax);
  const usable = widths.filter((width, index) => index === 0 || width <= limit || (widths[index - 1] ?? 0) < limit);
  const address = (width: number) => `/media/${hash}/${width}`;
  if (usable.length === 1) return { src: address(320) };
  return { src: address(usable[1] ?? 320), srcSet: usable.map((width) => `${address(width)} ${width}w`).join(", ") };
}
