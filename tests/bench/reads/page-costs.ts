import { z } from "zod";

const Cost = z.object({ kept: z.number(), anew: z.number() });

/** Milliseconds of CPU for a page: `kept` as one asked for again and again, `anew` with nothing remembered of it. */
export const PageCosts = z.object({ article: Cost, story: Cost });
export type PageCosts = z.infer<typeof PageCosts>;
