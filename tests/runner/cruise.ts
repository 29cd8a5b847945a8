import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";

const Cruise = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});

export type Violation = { rule: string; from: string; to: string };

/** The folders that the import rules are about. */
const cruisedRooms = ["app", "components", "lib", "prisma"];

/**
 * Checks the import rules on the house that stands in `folder`.
 *
 * @returns each broken rule, and the files of ours that were really read
 * @throws Error when dependency-cruiser could not do its work
 */
export async function cruise(folder: string): Promise<{ violations: Violation[]; files: string[] }> {
  const script = path.resolve("node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const args = [script, "--config", path.resolve(".dependency-cruiser.cjs"), "--output-type", "json", ...cruisedRooms];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const [output, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const parsed = Cruise.safeParse(output.startsWith("{") ? JSON.parse(output) : null);
  if (!parsed.success) throw new Error(`dependency-cruiser gave no result. ${complaints}${output.slice(0, 2_000)}`);
  const violations = parsed.data.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  const files = parsed.data.modules.map((module) => module.source).filter((source) => cruisedRooms.includes(source.split("/")[0] ?? ""));
  return { violations, files };
}

/** Every TypeScript file on disk that the import rules are about, by path from `folder`. */
export async function listCruisable(folder: string): Promise<string[]> {
  const lists = await Promise.all(
    cruisedRooms.map(async (room) => {
      const entries = await readdir(path.join(folder, room), { withFileTypes: true, recursive: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
    }),
  );
  return lists.flat().filter((file) => /[.]tsx?$/.test(file) && !file.endsWith(".d.ts"));
}
