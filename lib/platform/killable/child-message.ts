import { z } from "zod";

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/**
 * What a killable process says: first that it is ready, then once for each document. `rssBytes`: its resident memory, as
 * its watcher saw it last.
 */
export const ChildMessage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ready") }),
  /** `answer`: what the handler returned, as `v8.serialize` writes it. */
  z.strictObject({ kind: z.literal("answered"), answer: Bytes, rssBytes: z.number() }),
  z.strictObject({ kind: z.literal("failed"), reason: z.enum(["memory", "crash"]), detail: z.string(), rssBytes: z.number() }),
]);
export type ChildMessage = z.infer<typeof ChildMessage>;

/** What a killable process finds in its arguments; a module that serves does so only where these stand. */
export const ChildArguments = z.tuple([
  z.literal("killable"),
  /** Resident memory at which it is ended, in bytes. */
  z.coerce.number().positive(),
  /** CPU time for one document after which it is ended, in milliseconds. */
  z.coerce.number().positive(),
]);
