import type { MediaFormat, MediaWidth } from "@/lib/core/media-href";

/** One rendition of a picture; `contentHash` is the 32 hex digits that `keepPicture` gave. */
export type MediaFile = { contentHash: string; width: MediaWidth; format: MediaFormat };
export type MediaBytes = { width: MediaWidth; format: MediaFormat; bytes: Uint8Array };

/** Where our renditions lie. It is a cache: what it has dropped is fetched again when asked for. */
export type MediaStore = {
  /** The bytes of one rendition, or null when it is not held. */
  read: (file: MediaFile) => Promise<Uint8Array | null>;
  /** Whether all renditions of this picture are held. */
  has: (contentHash: string) => Promise<boolean>;
  /** Keeps all renditions of a picture; a reader never sees half a file, and `has` is true only when all are there. */
  keep: (contentHash: string, files: readonly MediaBytes[]) => Promise<void>;
  /** Removes all renditions of this picture; one that is not held is removed already. */
  remove: (contentHash: string) => Promise<void>;
  /** Makes room where there is a limit, when enough has been written since the last time. @returns pictures removed */
  trim: () => Promise<number>;
};
