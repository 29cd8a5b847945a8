import { ok } from "@/lib/core/result";
import { type ParseOptions, parseFeed } from "@/lib/feeds/parse-feed";
import { serveKillable } from "@/lib/platform/killable/serve-killable";
import { type DraftedFeed, draftFeed } from "./draft-feed";
import type { DraftTitle } from "./draft-title";
import { type PackedDrafts, packDrafts } from "./packed-drafts";

export type DraftOrder = { bytes: Uint8Array; options: ParseOptions & { firstSeenAt: Date }; title: DraftTitle };

/** A drafted feed on its way to the worker. */
export type PackedFeed = Omit<DraftedFeed, "drafts"> & { drafts: PackedDrafts };

// The process of draft-gateway: one feed at a time, nothing kept between feeds.
serveKillable(async ({ bytes, options, title }: DraftOrder) => {
  const parsed = await parseFeed(bytes, options);
  if (!parsed.ok) return parsed;
  const drafted = draftFeed(parsed.value, title, options.firstSeenAt);
  return ok<PackedFeed>({ ...drafted, drafts: packDrafts(drafted.drafts) });
});
