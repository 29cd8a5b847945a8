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
  /** The WebSub hub it names; absent where it names none. */
  hubUrl?: string;
  /** The document with the entries before these; absent where it names none. */
  olderUrl?: string;
  language: string | null;
  direction: "ltr" | "rtl" | null;
  format: "rss" | "rdf" | "atom" | "json";
  hints: FeedHints;
};

export type ParsedFeed = {
  feed: FeedInfo;
  entries: Entry[];
  dropped: number;
  warnings: string[];
  /** Key → source address of every picture in the texts that was given our own address; empty where none was asked for. */
  bodyMedia: ReadonlyMap<string, string>;
};

/** `killed`: reading it took more time or memory than any feed needs. */
export type ParseError = { kind: "not-a-feed" | "undecodable" | "killed"; reason: string };

/** What a due feed needs for one poll; `leaseToken` fences its writes. */
export type DueFeed = {
  id: number;
  publisherId: number;
  url: string;
  addedBy: "catalogue" | "member";
  /** The contract's pace in seconds; null leaves it to the origin's range. */
  minIntervalSec: number | null;
  maxIntervalSec: number | null;
  identity: "guid" | "url" | "title_date";
  /** What the feed itself said when it was last read. */
  hints: FeedHints | null;
  movedTo: string | null;
  movedCount: number;
  movedSince: Date | null;
  lastErrorKind: string | null;
  lastSuccessAt: Date | null;
  hubUrl: string | null;
  topicUrl: string | null;
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
    wall: "open" | "registered" | "metered" | "lead_in" | "paid";
    language: string;
    direction: string;
    isSample: boolean;
    /** Whether its contract lets us fetch a full text from the article's page. */
    fullText: boolean;
    /** Sections of ours by the publisher's own names of them, folded; absent where nobody has said. */
    sectionMap?: Readonly<Record<string, string>>;
    /** How many readers follow the title; absent where nobody has counted. */
    followerCount?: number;
  };
};

export type Validators = { etag: string | null; lastModified: string | null; validatorsUrl: string };

/** What the server said about when to come back, in seconds from the answer; null where it said nothing. */
export type ServerHints = { maxAgeSec: number | null; retryAfterSec: number | null };

export type PollError =
  | { kind: "timeout"; afterMs: number }
  | { kind: "dns" | "connect" | "tls" | "forbidden-address" | "redirect" | "protocol"; detail: string }
  /** `url` is the address that answered so, where it is known: a redirect may have led there. */
  | { kind: "http-status"; status: number; retryAfterSec: number | null; url?: string }
  | { kind: "body-too-large"; limitBytes: number }
  | { kind: "not-a-feed"; reason: string }
  /** robots.txt refuses it to us by name; the feed itself was not asked, or is not read. */
  | { kind: "robots"; host: string };

export type FetchedFeed =
  | { kind: "not-modified"; movedTo: string | null; validators: Validators; hints: ServerHints }
  | {
      kind: "body";
      bytes: Uint8Array;
      contentType: string | null;
      /** The Link header; absent where there was none. */
      linkHeader?: string;
      finalUrl: string;
      movedTo: string | null;
      validators: Validators;
      hints: ServerHints;
    };
