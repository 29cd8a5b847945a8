import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { iconNames } from "@/lib/cli/bootstrap/draw-icons.mjs";

it("draws every icon that a component may ask for, and no other", () => {
  const source = readFileSync("components/icon/icon.tsx", "utf8");
  const asked = [...source.matchAll(/\| "([a-z0-9-]+)"/g)].map((match) => match[1]);
  expect([...iconNames].sort()).toEqual(asked.sort());
  const sheet = readFileSync("public/icons.svg", "utf8");
  for (const name of iconNames) expect(sheet).toContain(`<symbol id="${name}"`);
});
