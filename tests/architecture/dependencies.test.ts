import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

const List = z.record(z.string(), z.string());
const Manifest = z.object({ dependencies: List, devDependencies: List, optionalDependencies: List });
const manifest = Manifest.parse(JSON.parse(readFileSync("package.json", "utf8")));
const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

it("has a line in docs/dependencies.md for every dependency, and none for another", () => {
  const rows = readFileSync("docs/dependencies.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const listed = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1]));
  expect(listed.sort()).toEqual(Object.keys(wanted).sort());
});

it("pins every version exactly", () => {
  expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version))).toEqual([]);
});
