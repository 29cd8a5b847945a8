import { hash32 } from "./hash";

/** Widths (px) in which a picture is served. */
export const mediaWidths = [320, 640, 960, 1440] as const;
export type MediaWidth = (typeof mediaWidths)[number];

/** In this width a picture stands inside a text; pages offer the others. */
export const bodyPictureWidth: MediaWidth = 960;

/** What a picture is served as; JPEG for mail programs, crawlers and browsers that do not name WebP. */
export const mediaFormats = ["webp", "jpeg"] as const;
export type MediaFormat = (typeof mediaFormats)[number];

/** Key of a picture: the hash of its source address. */
export const mediaHash = (sourceUrl: string): string => hash32(sourceUrl);

/** Our own address of a picture in one width. */
export const mediaHref = (hash: string, width: MediaWidth): string => `/media/${hash}/${width}`;

/** The widths in which we hold a picture that is `pictureWidth` pixels wide, ascending; never larger than itself but for the first. */
export const mediaWidthsOf = (pictureWidth: number): MediaWidth[] =>
  mediaWidths.filter((width, index) => index === 0 || width <= pictureWidth);

/** The width to serve of a picture we hold: the one asked for, else the nearest narrower. */
export const heldWidth = (pictureWidth: number, asked: MediaWidth): MediaWidth =>
  mediaWidthsOf(pictureWidth).findLast((width) => width <= asked) ?? mediaWidths[0];
