import type { SafeHtml } from "@/lib/core/safe-html";

/** A picture as an entry names it; the address is absolute http(s). */
export type EntryImage = {
  url: string;
  width: number | null;
  height: number | null;
  caption: string;
  credit: string;
  alt: string;
};

export type EntryAuthor = { name: string; role: string | null };

/** One entry, normalised: plain texts, UTC dates, absolute addresses, HTML sanitised last. */
export type Entry = {
  guid: string | null;
  /** Canonical address: absolute, without tracking parameters. */
  url: string | null;
  title: string;
  authors: EntryAuthor[];
  publishedAt: Date | null;
  updatedAt: Date | null;
  summaryText: string;
  /** The full text the feed carries; empty where it carries none. */
  html: SafeHtml;
  images: EntryImage[];
  categories: string[];
  language: string | null;
  direction: "ltr" | "rtl" | null;
};

/** What the feed itself says about when to come back; null where it says nothing. */
export type FeedHints = { ttlMinutes: number | null; skipHoursUtc: number[]; skipDays: number[]; updatePeriodMinutes: number | null };

export type FeedInfo = {
  title: string;
  homeUrl: string | null;
  selfUrl: string | null;
  language: string | null;
  direction: "ltr" | "rtl" | null;
  format: "rss" | "rdf" | "atom" | "json";
  hints: FeedHints;
};

export type ParsedFeed = { feed: FeedInfo; entries: Entry[]; dropped: number; warnings: string[] };

export type ParseError = { kind: "not-a-feed"; reason: string } | { kind: "undecodable"; reason: string };

/** What a due feed needs for one poll; `leaseToken` fences its writes. */
export type DueFeed = {
  id: number;
  publisherId: number;
  url: string;
  section: string;
  language: string | null;
  etag: string | null;
  lastModified: string | null;
  validatorsUrl: string | null;
  bodyHash: string | null;
  intervalSec: number;
  failureCount: number;
  lastEntryAt: Date | null;
  leaseToken: number;
  publisher: {
    slug: string;
    licence: "partner" | "feed" | "headline";
    wall: "open" | "registered" | "paid";
    language: string;
    direction: string;
    isSample: boolean;
  };
};

export type Validators = { etag: string | null; lastModified: string | null; validatorsUrl: string };

/** What the server said about when to come back, in seconds from the answer; null where it said nothing. */
export type ServerHints = { maxAgeSec: number | null; retryAfterSec: number | null };

export type PollError =
  | { kind: "timeout"; afterMs: number }
  | { kind: "dns" | "connect" | "tls" | "forbidden-address" | "redirect" | "protocol"; detail: string }
  | { kind: "http-status"; status: number; retryAfterSec: number | null }
  | { kind: "body-too-large"; limitBytes: number }
  | { kind: "not-a-feed"; reason: string };

export type FetchedFeed =
  | { kind: "not-modified"; validators: Validators; hints: ServerHints }
  | {
      kind: "body";
      bytes: Uint8Array;
      contentType: string | null;
      finalUrl: string;
      movedTo: string | null;
      validators: Validators;
      hints: ServerHints;
    };
