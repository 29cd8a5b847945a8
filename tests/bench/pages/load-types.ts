import { z } from "zod";

/** What the load generator is told: one address, for so long, over so many connections. */
export const LoadOrder = z.object({
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  connections: z.number().int().positive(),
  durationSec: z.number().positive(),
});
export type LoadOrder = z.infer<typeof LoadOrder>;

/** What it answers; times in ms. */
export const LoadFigures = z.object({
  requests: z.number(),
  requestsPerSec: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  faults: z.number(),
});
export type LoadFigures = z.infer<typeof LoadFigures>;
