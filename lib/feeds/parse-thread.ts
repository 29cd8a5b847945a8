import { serveKillable } from "@/lib/platform/killable/serve-killable";
import { type ParseOptions, parseFeed } from "./parse-feed";

export type ParseOrder = { bytes: Uint8Array; options: ParseOptions };

// The process of parse-gateway: one feed at a time, nothing kept between feeds.
serveKillable(({ bytes, options }: ParseOrder) => parseFeed(bytes, options));
