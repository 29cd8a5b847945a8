import { parseArgs } from "node:util";
import { z } from "zod";

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

const WorkerOptions = z.object({
  /** Where our own web process listens. */
  webOrigin: origin,
  /** The bundled newsroom, the one address that the guarded fetcher admits besides public ones. */
  newsroomOrigin: origin.nullable(),
  scope: z.enum(["all", "sample"]),
});

export type WorkerOptions = z.infer<typeof WorkerOptions>;

/** What the start command may say later over IPC. */
export const WorkerMessage = z.object({ scope: z.enum(["all", "sample"]) });

/**
 * Reads the worker's command line: `--web-origin URL [--newsroom ORIGIN] --scope all|sample`.
 *
 * @throws Error naming what is wrong
 */
export function readWorkerOptions(args: readonly string[]): WorkerOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { "web-origin": { type: "string" }, newsroom: { type: "string" }, scope: { type: "string", default: "all" } },
  });
  return WorkerOptions.parse({
    webOrigin: values["web-origin"],
    newsroomOrigin: values.newsroom ?? null,
    scope: values.scope,
  });
}
