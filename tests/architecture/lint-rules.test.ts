import { spawnSync } from "node:child_process";
import { copyFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { plantHouse } from "./planted-house";

const Lint = z.object({ diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })) });

const ways = {
  fetch: "export const ask = () => fetch(address);",
  "a renamed fetch": "const ask = fetch; export const send = () => ask(address);",
  WebSocket: "export const talk = () => new WebSocket(address);",
  EventSource: "export const hear = () => new EventSource(address);",
  XMLHttpRequest: "export const beg = () => new XMLHttpRequest();",
};
const address = 'const address = "https://a.example/";\n';
const planted = Object.fromEntries(
  Object.entries(ways).flatMap(([name, text]) =>
    ["lib/jobs", "lib/platform", "app", "components/card", "prisma/newsroom"].map((room) => [
      `${room}/${name.replaceAll(" ", "-").toLowerCase()}.ts`,
      address + text,
    ]),
  ),
);
const sound = {
  "components/card/card.client.tsx": address + ways.fetch,
  "lib/feeds/feed-gateway.ts": 'import { safeFetch } from "./safe-fetch";\nexport const fetchFeed = safeFetch;\n',
};

describe("the ban on other ways to the network", () => {
  let folder = "";
  let blamed: string[] = [];

  beforeAll(async () => {
    folder = await plantHouse({ ...planted, ...sound });
    await copyFile("biome.json", path.join(folder, "biome.json"));
    const args = ["lint", "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=1000"];
    const run = spawnSync(path.resolve("node_modules/.bin/biome"), args, { cwd: folder, encoding: "utf8" });
    const bans = Lint.parse(JSON.parse(run.stdout)).diagnostics.filter((each) => each.category === "lint/style/noRestrictedGlobals");
    blamed = bans.map((each) => path.relative(folder, path.resolve(folder, each.location.path)));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(Object.keys(planted))("bites in %s", (file) => {
    expect(blamed).toContain(file);
  });

  it("blames nothing else", () => {
    expect(blamed.filter((file) => !(file in planted))).toEqual([]);
  });
});
