import { deserialize, serialize } from "node:v8";
import type { ArticleDraft } from "./article-draft";

/**
 * A feed's drafts as bytes, as they come from the process that makes them. They are read when they are stored and not
 * before: as objects, those that waited for their set were two fifths of what outlived the sweeps of the worker's memory.
 */
export type PackedDrafts = { count: number; publishedAt: Date[]; bytes: Uint8Array };

export const packDrafts = (drafts: readonly ArticleDraft[]): PackedDrafts => ({
  count: drafts.length,
  publishedAt: drafts.map((draft) => draft.publishedAt),
  bytes: serialize(drafts),
});

/** The drafts that {@link packDrafts} packed, made anew by each call. */
export const unpackDrafts = ({ bytes }: PackedDrafts): ArticleDraft[] => deserialize(bytes);

export const noDrafts: PackedDrafts = packDrafts([]);
