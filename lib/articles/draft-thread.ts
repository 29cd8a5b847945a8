import { ok } from "@/lib/core/result";
import { type ParseOptions, parseFeed } from "@/lib/feeds/parse-feed";
import { serveKillable } from "@/lib/platform/killable/serve-killable";
import { draftFeed } from "./draft-feed";
import type { DraftTitle } from "./draft-title";

export type DraftOrder = { bytes: Uint8Array; options: ParseOptions & { firstSeenAt: Date }; title: DraftTitle };

// The process of draft-gateway: one feed at a time, nothing kept between feeds.
serveKillable(async ({ bytes, options, title }: DraftOrder) => {
  const parsed = await parseFeed(bytes, options);
  return parsed.ok ? ok(draftFeed(parsed.value, title, options.firstSeenAt)) : parsed;
});
