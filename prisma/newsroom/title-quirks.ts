import type { NewsroomTitle } from "./types";

/** How one title's feeds differ from the book; each is a habit seen among real publishers. */
export type TitleQuirks = {
  contentType: string;
  etag: "strong" | "weak" | "none";
  lastModified: boolean;
  guid: "opaque" | "short-link" | "tag-uri" | "urn" | "none";
  /** Minutes east of UTC in which the title writes its dates. */
  offsetMinutes: number;
  credit: "photograph" | "parentheses" | "dash" | "small";
  /** Feeds carry summaries alone; the text stands on the article's page. */
  summaryOnly: boolean;
  /** Titles carry entities that were encoded a second time. */
  entityTitles: boolean;
  /** Links carry utm_ parameters and the text ends in a 1x1 pixel. */
  campaign: boolean;
  /** Pictures in the text keep their address in data-src until a script runs. */
  lazyPictures: boolean;
  /** The lead picture stands at the top of the text as well as beside it. */
  leadInBody: boolean;
  ttlMinutes: number | null;
  skipHours: number[];
  byteOrderMark: boolean;
};

const PLAIN: TitleQuirks = {
  contentType: "application/rss+xml; charset=utf-8",
  etag: "strong",
  lastModified: true,
  guid: "opaque",
  offsetMinutes: 0,
  credit: "dash",
  summaryOnly: false,
  entityTitles: false,
  campaign: false,
  lazyPictures: false,
  leadInBody: false,
  ttlMinutes: null,
  skipHours: [],
  byteOrderMark: false,
};

const BY_SLUG: Record<string, Partial<TitleQuirks>> = {
  "harbour-gazette": { entityTitles: true, ttlMinutes: 15, leadInBody: true, credit: "small" },
  "meridian-post": { contentType: "text/xml; charset=utf-8", guid: "short-link", offsetMinutes: -300, ttlMinutes: 5, etag: "weak" },
  "saltmarsh-courier": { contentType: "application/atom+xml; charset=utf-8", guid: "tag-uri", offsetMinutes: 600, leadInBody: true },
  northlight: { contentType: "application/feed+json", guid: "urn", etag: "weak", credit: "parentheses" },
  "kestrel-ledger": {
    contentType: "application/rdf+xml; charset=utf-8",
    guid: "urn",
    offsetMinutes: 330,
    lastModified: false,
    summaryOnly: true,
  },
  "isthmus-wire": { guid: "none", etag: "none", offsetMinutes: -300 },
  "petit-belvedere": { contentType: "application/rss+xml", guid: "opaque", offsetMinutes: 60, skipHours: [0, 1, 2, 3], ttlMinutes: 30 },
  "gazette-des-ecluses": {
    contentType: "application/atom+xml",
    guid: "tag-uri",
    offsetMinutes: 60,
    credit: "parentheses",
    leadInBody: true,
  },
  mittagsbote: { contentType: "text/plain; charset=utf-8", guid: "urn", offsetMinutes: 60, byteOrderMark: true, credit: "small" },
  "manara-zarqa": { campaign: true, lazyPictures: true, leadInBody: true, offsetMinutes: 120, skipHours: [1, 2, 3], etag: "weak" },
  "todai-nippo": { contentType: "application/xml", guid: "tag-uri", offsetMinutes: 540, credit: "photograph", leadInBody: true },
  "paper-lantern": { contentType: "application/json; charset=utf-8", guid: "opaque", offsetMinutes: 480, leadInBody: true },
};

/** The habits of a title's feeds; a title nobody described is by the book. */
export function quirksOf(title: Pick<NewsroomTitle, "slug">): TitleQuirks {
  return { ...PLAIN, ...BY_SLUG[title.slug] };
}
