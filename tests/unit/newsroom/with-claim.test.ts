import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withClaim } from "@/prisma/newsroom/with-claim";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "newsroom-claims-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("lets one work at a file at a time, and leaves no claim behind, whatever the work's end", async () => {
  const file = path.join(folder, "picture.jpg");
  let inWork = 0;
  let most = 0;
  const work = async () => {
    inWork += 1;
    most = Math.max(most, inWork);
    await delay(20);
    inWork -= 1;
  };
  const failing = withClaim(file, () => Promise.reject(new Error("no paint")));
  await expect(failing).rejects.toThrow("no paint");
  await Promise.all([withClaim(file, work), withClaim(file, work), withClaim(file, work)]);
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

it("takes over from a process that died at it", async () => {
  const file = path.join(folder, "left.jpg");
  await writeFile(`${file}.claim`, "");
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(`${file}.claim`, longAgo, longAgo);
  expect(await withClaim(file, async () => "painted")).toBe("painted");
});
