import { hash32 } from "./hash";

/** Widths (px) in which a picture is served. */
export const mediaWidths = [320, 640, 960, 1440] as const;

/** Key of a picture: the hash of its source address. */
export const mediaHash = (sourceUrl: string): string => hash32(sourceUrl);

/** Our own address of a picture in one width. */
export const mediaHref = (hash: string, width: (typeof mediaWidths)[number]): string => `/media/${hash}/${width}`;
