/**
 * Where candidates are looked for: something that can be followed ("publisher:12", "topic:88", "author:5", "story:9"), the best
 * of a section in a language ("section:world en"), top stories ("top:en-GB") or Our Picks ("picks:").
 */
export type FindTarget = `${"publisher" | "topic" | "author" | "story" | "section" | "top" | "picks"}:${string}`;

/** What stands under one target, best first: an article, its story (0 for none) and its place, counted from 1. */
export type Finds = { articleIds: number[]; storyIds: number[]; places: number[] };
