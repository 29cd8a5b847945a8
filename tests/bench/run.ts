import { globSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Bench, BenchLine } from "./types";

process.exitCode = await main(process.argv.slice(2));

/** `npm run bench` lists the measurements, `npm run bench -- NAME…` runs them. @returns 0, 1 when a bar is missed, 2 for an unknown name */
async function main(names: string[]): Promise<number> {
  const benches = await findBenches();
  if (names.length === 0) {
    for (const { name, title } of benches) print({ name, title });
    return 0;
  }
  const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no bench ${unknown.join(", ")}. Benches: ${benches.map((bench) => bench.name).join(", ")}.\n`);
    return 2;
  }
  let isGood = true;
  for (const name of names) {
    for (const bench of benches.filter((candidate) => candidate.name === name)) isGood = (await runBench(bench)) && isGood;
  }
  return isGood ? 0 : 1;
}

/** Every bench: what a file `tests/bench/NAME/…-bench.ts` exports as `bench`. */
async function findBenches(): Promise<Bench[]> {
  const files = globSync("tests/bench/*/*-bench.ts").sort();
  const modules: { bench: Bench }[] = await Promise.all(files.map((file) => import(pathToFileURL(path.resolve(file)).href)));
  return modules.map((module) => module.bench);
}

/** Runs one bench. @returns whether it met all its bars; one that breaks or reports nothing did not */
async function runBench(bench: Bench): Promise<boolean> {
  process.stderr.write(`${bench.name}: ${bench.title} …\n`);
  const passes: boolean[] = [];
  try {
    await bench.run((line) => {
      const pass = meetsBar(line);
      passes.push(pass ?? true);
      const { better: _better, ...figures } = line;
      print({ bench: bench.name, ...figures, ...(pass === null ? {} : { pass }) });
    });
  } catch (fault) {
    process.stderr.write(`${bench.name} broke: ${fault instanceof Error ? fault.stack : String(fault)}\n`);
    return false;
  }
  return passes.length > 0 && passes.every(Boolean);
}

function meetsBar({ value, bar, better = "higher" }: BenchLine): boolean | null {
  if (bar === undefined) return null;
  return better === "lower" ? value <= bar : value >= bar;
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
