import { z } from "zod";

const count = z.number();

/** What the programs inside the namespace say, a line each. */
const HostileLine = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("raw"), vectors: count, ran: count }),
  z.object({ kind: z.literal("printed"), pages: count, refused: count, ran: count, constructs: count }),
  z.object({ kind: z.literal("guarded"), attempts: count, dialled: count, badReached: count, badDialled: count, rebindsAsked: count }),
  z.object({ kind: z.literal("controls"), connected: count, of: count }),
  z.object({ kind: z.literal("unguarded"), badReached: count }),
  z.object({ kind: z.literal("alone"), name: z.string(), grownAtPeak: count }),
  /** `delay`: how many times as long sound feeds took beside the faults, by the mean. */
  z.object({ kind: z.literal("group"), name: z.string(), grownAtPeak: count, delay: count }),
  z.object({ kind: z.literal("outcome"), name: z.string(), outcome: z.string(), ms: count }),
  z.object({ kind: z.literal("end"), crashes: count, childMiB: count, polluted: z.boolean() }),
  z.looseObject({ kind: z.literal("fault") }),
]);
export type HostileLine = z.infer<typeof HostileLine>;

/** @throws Error for a line that no program of ours writes */
export const readLines = (lines: unknown[]): HostileLine[] => lines.map((line) => HostileLine.parse(line));
