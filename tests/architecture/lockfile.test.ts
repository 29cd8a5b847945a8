import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});
const { packages } = Lockfile.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const entries = Object.entries(packages);

it("names no registry, so that everybody installs from their own", () => {
  expect(entries.filter(([, entry]) => /^https?:/.test(entry.resolved ?? "")).map(([name]) => name)).toEqual([]);
});

it("holds every platform's packages, or npm ci would refuse it (lib/cli/bootstrap/complete-lockfile.mjs adds them)", () => {
  const wanted = entries.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
  const held = new Set(entries.map(([name]) => name.slice(name.lastIndexOf("node_modules/") + "node_modules/".length)));
  expect(wanted.filter((name) => !held.has(name))).toEqual([]);
});
