import { z } from "zod";

/** Sections every title's feeds are mapped to; the same closed list as `lib/articles/sections.ts`. */
export const NewsroomSection = z.enum([
  "world",
  "politics",
  "business",
  "technology",
  "science",
  "health",
  "climate",
  "culture",
  "sport",
  "life",
  "opinion",
]);

/** One invented title of the bundled newsroom, as `titles.json` holds it. */
export const NewsroomTitle = z.strictObject({
  slug: z.string(),
  name: z.string(),
  initials: z.string(),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  country: z.string().length(2),
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  wall: z.enum(["open", "registered", "metered", "lead_in", "paid"]),
  tagline: z.string(),
  format: z.enum(["rss2", "rss2-media", "rss2-bare", "rss2-latin", "rss1", "atom", "atom-xhtml", "jsonfeed"]),
  sections: z.array(NewsroomSection).min(1),
});

/** A picture that an article carries: painted by `paint-picture.ts` from `scene` and `seed`. */
export const NewsroomPicture = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  scene: z.enum([
    "harbour",
    "sea",
    "mountains",
    "city-day",
    "city-night",
    "street-rain",
    "fields",
    "forest",
    "desert",
    "ice",
    "stadium",
    "stage",
    "chamber",
    "laboratory",
    "factory",
    "market-hall",
    "railway",
    "observatory",
    "portrait",
    "still-life",
  ]),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
});

/** A later version of an article: replaces what it names, `afterMinutes` after the newsroom's epoch. */
export const NewsroomUpdate = z.strictObject({
  afterMinutes: z.number().positive(),
  kind: z.enum(["update", "correction"]),
  headline: z.string().optional(),
  standfirst: z.string().optional(),
  appendBody: z.array(z.string()).optional(),
  replaceBody: z.strictObject({ find: z.string(), with: z.string() }).optional(),
});

export const NewsroomArticle = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  section: NewsroomSection,
  headline: z.string().min(8),
  standfirst: z.string(),
  authors: z.array(z.strictObject({ name: z.string(), role: z.string().optional() })),
  /** Minutes before the epoch; a negative number appears that many minutes after it, while the newsroom runs. */
  minutesAgo: z.number(),
  /** Blocks: a plain paragraph; "## subhead"; "> quotation — speaker"; "![key]" for a picture of this article. `_x_` is emphasis. */
  body: z.array(z.string()).min(1),
  pictures: z.array(NewsroomPicture),
  categories: z.array(z.string()),
  /** True for copy taken from Isthmus Wire nearly word for word, under the title's own headline. */
  wire: z.boolean().optional(),
  update: NewsroomUpdate.optional(),
  /** An editor's public note; its presence makes the article one of the seeded Our Picks. */
  pickNote: z.string().optional(),
});

/** One file of `events/`: an event and every title's article about it. */
export const NewsroomEvent = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  articles: z.array(NewsroomArticle).min(1),
});

export type NewsroomSection = z.infer<typeof NewsroomSection>;
export type NewsroomTitle = z.infer<typeof NewsroomTitle>;
export type NewsroomPicture = z.infer<typeof NewsroomPicture>;
export type NewsroomUpdate = z.infer<typeof NewsroomUpdate>;
export type NewsroomArticle = z.infer<typeof NewsroomArticle>;
export type NewsroomEvent = z.infer<typeof NewsroomEvent>;
/** An event with the file it was read from. */
export type LoadedEvent = { file: string; event: NewsroomEvent };
