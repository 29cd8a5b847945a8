/** The formats of our feeds: the ending of their address and their media type, the commonest first. */
export const feedFormats = [
  { format: "xml", type: "application/rss+xml" },
  { format: "atom", type: "application/atom+xml" },
  { format: "json", type: "application/feed+json" },
] as const;

export type FeedFormat = (typeof feedFormats)[number]["format"];
