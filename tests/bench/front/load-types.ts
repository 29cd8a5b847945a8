import { z } from "zod";

/** What the asking process is told: whose pages, from which reader on, how fast and for how long. */
export const FrontOrder = z.object({
  origin: z.url(),
  secret: z.string(),
  /** The first reader who has not been here yet. */
  firstReader: z.int().positive(),
  /** Requests a second, at even intervals; null for as many as so many connections come to. */
  perSec: z.number().positive().nullable(),
  connections: z.int().positive(),
  durationSec: z.number().positive(),
});
export type FrontOrder = z.infer<typeof FrontOrder>;

/** What it answers; times in ms, from when a page was due to be asked for. */
export const FrontFigures = z.object({
  requests: z.int(),
  requestsPerSec: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  coldP99Ms: z.number(),
  faults: z.int(),
  nextReader: z.int(),
});
export type FrontFigures = z.infer<typeof FrontFigures>;
