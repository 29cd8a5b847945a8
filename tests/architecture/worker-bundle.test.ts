import { readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { bundleWorker, workerProcesses } from "@/lib/cli/start/bundle-worker";
import { StartError } from "@/lib/cli/start/start-error";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import { findOffenders, readSources, withoutComments } from "./source-files";

const sources = readSources(["lib", "prisma"]);

/** Of the start command itself, which no worker runs. */
const startsOnly = ["prisma/newsroom/paint-thread.ts"];

describe("what the worker is bundled of", () => {
  it("has every process and thread that is started by its file", () => {
    const started = sources.flatMap(({ path: file, text }) =>
      Array.from(withoutComments(text).matchAll(/new URL\("([^"]+[.]ts)", import[.]meta[.]url\)/g), ([, name = ""]) =>
        path.join(path.dirname(file), name),
      ),
    );
    expect(started.filter((file) => !startsOnly.includes(file)).toSorted()).toEqual(workerProcesses.toSorted());
  });

  it("has no file that asks where it lies: in the bundle it lies elsewhere", () => {
    expect(findOffenders(sources, /\bimport\.meta\.(dirname|filename)\b/, [])).toEqual([]);
  });
});

describe("bundling", () => {
  it("makes one file of each process, of our own code alone", async () => {
    const folder = await folderOfOurOwn();
    const file = bundleWorker({ folder });
    expect(file).toBe(path.join(folder, "worker.mjs"));
    const names = ["lib/jobs/worker.ts", ...workerProcesses].map((name) => path.basename(name).replace(".ts", ".mjs"));
    expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
    expect(readFileSync(file, "utf8")).toMatch(/from "pg-boss"/);
    expect(readFileSync(file, "utf8")).not.toMatch(/from "@\//);
  });

  it("leaves alone what is the same already", async () => {
    const folder = await folderOfOurOwn();
    const file = bundleWorker({ folder });
    utimesSync(file, 1, 1);
    bundleWorker({ folder });
    expect(statSync(file).mtimeMs).toBe(1_000);
  });

  it("says what cannot be compiled", async () => {
    const folder = await folderOfOurOwn();
    expect(() => bundleWorker({ entry: "lib/jobs/no-worker.ts", folder })).toThrow(StartError);
    expect(() => bundleWorker({ entry: "lib/jobs/no-worker.ts", folder })).toThrow("no-worker.ts");
  });
});

async function folderOfOurOwn(): Promise<string> {
  const folder = await makeTempFolder("broadsheet-bundle-");
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
