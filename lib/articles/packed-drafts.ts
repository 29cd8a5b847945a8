import { type Packed, pack, unpack } from "@/lib/core/packed";
import type { ArticleDraft } from "./article-draft";

/**
 * A feed's drafts as bytes, as they come from the process that makes them. They are read when they are stored and not
 * before: as objects, those that waited for their set were two fifths of what outlived the sweeps of the worker's memory.
 */
export type PackedDrafts = { count: number; publishedAt: Date[]; bytes: Packed<readonly ArticleDraft[]> };

export const packDrafts = (drafts: readonly ArticleDraft[]): PackedDrafts => ({
  count: drafts.length,
  publishedAt: drafts.map((draft) => draft.publishedAt),
  bytes: pack(drafts),
});

/** The drafts that {@link packDrafts} packed, made anew by each call. */
export const unpackDrafts = ({ bytes }: PackedDrafts): readonly ArticleDraft[] => unpack(bytes);

export const noDrafts: PackedDrafts = packDrafts([]);
