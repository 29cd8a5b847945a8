import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildSync, type OutputFile } from "esbuild";
import { StartError } from "./start-error";

/** What a worker starts as processes and threads of its own: each says where it lies by `new URL("./….ts", import.meta.url)`. */
export const workerProcesses = [
  "lib/articles/draft-thread.ts",
  "lib/articles/extract-thread.ts",
  "lib/feeds/parse-thread.ts",
  "lib/platform/images/picture-child.ts",
  "lib/platform/killable/watch-thread.ts",
];

/** What is bundled, and where to: below the project's folder, where its packages are found. */
type Bundle = { entry?: string; folder?: string };

/**
 * Bundles the worker and its processes, our own code alone, into one file each. Compiling in every process while it runs
 * costs it some 20 MB and, because a compiler that keeps functions' names writes them anew for each closure, a twentieth
 * of a feed's reading.
 *
 * @returns the worker's file; files that are the same already are left alone, since another worker may be starting from them
 * @throws StartError with the compiler's words
 */
export function bundleWorker({ entry = "lib/jobs/worker.ts", folder = ".worker" }: Bundle = {}): string {
  mkdirSync(folder, { recursive: true });
  for (const made of compile([entry, ...workerProcesses], folder)) writeIfChanged(made);
  return path.join(folder, `${path.basename(entry, ".ts")}.mjs`);
}

function compile(entryPoints: string[], outdir: string): OutputFile[] {
  try {
    return buildSync({
      entryPoints,
      outdir,
      entryNames: "[name]",
      outExtension: { ".js": ".mjs" },
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      charset: "utf8",
      write: false,
      logLevel: "silent",
    }).outputFiles;
  } catch (cause) {
    throw new StartError(`The worker could not be bundled: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function writeIfChanged({ path: file, contents }: OutputFile): void {
  if (existsSync(file) && readFileSync(file).equals(contents)) return;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, file);
}
