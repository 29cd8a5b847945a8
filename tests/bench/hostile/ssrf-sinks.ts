import { fetchPicture } from "@/lib/articles/picture-gateway";
import { findFeeds } from "@/lib/feeds/discovery-gateway";
import { fetchFeed } from "@/lib/feeds/feed-gateway";
import { requestSubscription } from "@/lib/feeds/hub-gateway";
import { mayFetchPage } from "@/lib/feeds/robots-gateway";
import { safeFetch } from "@/lib/platform/http/safe-fetch";

type Sink = { name: string; open: (url: string) => Promise<unknown> };

/** Every way in which a stranger's address makes us connect somewhere, through the gateways of the product. */
export const sinks: Sink[] = [
  { name: "feed", open: (url) => fetchFeed({ url, etag: null, lastModified: null, validatorsUrl: null }) },
  { name: "page", open: (url) => safeFetch(url, { maxBytes: 10_000 }) },
  { name: "discovery", open: (url) => findFeeds(url, { mayFetchPage: async () => ({ allowed: true, reason: "" }) }) },
  { name: "picture", open: (url) => fetchPicture(url, "bench", new Date()) },
  { name: "hub", open: (url) => requestSubscription({ hubUrl: asHttps(url), topicUrl: url, callbackUrl: url, secret: "0".repeat(32) }) },
  { name: "robots", open: (url) => mayFetchPage(url, new Date()) },
];

/** A hub without https is refused before anything is dialled, so https is what shows the guard. */
const asHttps = (url: string): string => url.replace(/^http:/, "https:");
