import { mediaFormats, mediaWidths } from "@/lib/core/media-href";
import type { MediaBytes, MediaFile } from "./types";

/** Written last and looked for first: where it is, the whole picture is. */
const keystone = { width: mediaWidths[0], format: mediaFormats[0] };

/**
 * The path of a rendition below the store's root, `ab/cd…/640.webp`: two letters first, so that no folder grows large.
 *
 * @throws Error for a hash that is none: it must never lead out of the store
 */
export function mediaPath({ contentHash, width, format }: MediaFile): string {
  return `${picturePath(contentHash)}/${width}.${format}`;
}

/** The folder of a picture's renditions, `ab/cd…`. @throws Error for a hash that is none */
export function picturePath(contentHash: string): string {
  if (!/^[0-9a-f]{32}$/.test(contentHash)) throw new Error("A picture's content hash is 32 hex digits.");
  return `${contentHash.slice(0, 2)}/${contentHash.slice(2)}`;
}

/** The path whose presence tells that all renditions of the picture are held. @throws Error for a hash that is none */
export const keystonePath = (contentHash: string): string => mediaPath({ contentHash, ...keystone });

/** The files in the order in which a store must write them: the keystone last. */
export const inWritingOrder = (files: readonly MediaBytes[]): MediaBytes[] =>
  files.toSorted((a, b) => Number(isKeystone(a)) - Number(isKeystone(b)));

const isKeystone = (file: MediaBytes): boolean => file.width === keystone.width && file.format === keystone.format;
