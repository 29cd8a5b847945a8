import { mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDiskStore } from "@/lib/platform/media/disk-store";
import { makeS3Store } from "@/lib/platform/media/s3-gateway";
import type { MediaStore } from "@/lib/platform/media/types";
import { type S3Server, startS3Server } from "../../../support/s3-server";

const keys = { keyId: "test-key", secret: "test/secret+words", region: "eu-north-1" };
const hashOf = (letter: string) => letter.repeat(32);
const files = (size: number) => [
  { width: 320 as const, format: "webp" as const, bytes: new Uint8Array(size).fill(1) },
  { width: 320 as const, format: "jpeg" as const, bytes: new Uint8Array(size).fill(2) },
  { width: 640 as const, format: "webp" as const, bytes: new Uint8Array(size).fill(3) },
];

let folder: string;
let server: S3Server;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-media-"));
  server = await startS3Server(keys);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const stores: [string, () => MediaStore][] = [
  ["a folder", () => makeDiskStore({ folder, bytesMax: 1_000_000 })],
  ["a bucket", () => makeS3Store({ endpoint: server.endpoint, bucket: "pictures", ...keys })],
];

describe.each(stores)("%s", (_name, make) => {
  it("gives back each rendition it was given, and null for any other", async () => {
    const store = make();
    expect(await store.has(hashOf("a"))).toBe(false);
    await store.keep(hashOf("a"), files(1_000));
    expect(await store.has(hashOf("a"))).toBe(true);
    expect(await store.read({ contentHash: hashOf("a"), width: 320, format: "jpeg" })).toEqual(new Uint8Array(1_000).fill(2));
    expect(await store.read({ contentHash: hashOf("a"), width: 960, format: "webp" })).toBeNull();
    expect(await store.read({ contentHash: hashOf("b"), width: 320, format: "webp" })).toBeNull();
  });

  it("forgets every rendition of a picture that is removed, however often, and of no other", async () => {
    const store = make();
    for (const letter of ["8", "9"]) await store.keep(hashOf(letter), files(10));
    for (let times = 0; times < 2; times += 1) await store.remove(hashOf("8"));
    const read = (letter: string) =>
      Promise.all(files(10).map(({ width, format }) => store.read({ contentHash: hashOf(letter), width, format })));
    expect(await store.has(hashOf("8"))).toBe(false);
    expect(await read("8")).toEqual([null, null, null]);
    expect(await store.has(hashOf("9"))).toBe(true);
    expect(await read("9")).toEqual(files(10).map(({ bytes }) => bytes));
  });

  it("never takes a path for a hash", async () => {
    const store = make();
    await expect(async () => store.read({ contentHash: `../../${hashOf("a").slice(6)}`, width: 320, format: "webp" })).rejects.toThrow(
      "32 hex",
    );
    await expect(async () => store.has("../secret")).rejects.toThrow("32 hex");
  });
});

describe("a folder", () => {
  it("drops the pictures used longest ago when it is full, whole, and keeps the rest", async () => {
    const full = path.join(folder, "full");
    const store = makeDiskStore({ folder: full, bytesMax: 10_000 });
    for (const letter of ["a", "b", "c", "d"]) await store.keep(hashOf(letter), files(1_000));
    const age = async (letter: string, days: number) => {
      const at = new Date(Date.now() - days * 24 * 3_600_000);
      const picture = path.join(full, letter.repeat(2), letter.repeat(30));
      for (const name of await readdir(picture)) await utimes(path.join(picture, name), at, at);
    };
    for (const [letter, days] of [
      ["a", 9],
      ["b", 5],
      ["c", 3],
      ["d", 2],
    ] as const)
      await age(letter, days);
    await store.read({ contentHash: hashOf("a"), width: 640, format: "webp" });
    expect(await store.trim()).toBe(1);
    expect(await Promise.all(["a", "b", "c", "d"].map((letter) => store.has(hashOf(letter))))).toEqual([true, false, true, true]);
    expect(await store.trim()).toBe(0);
    await writeFile(path.join(full, "stray"), "x");
    await store.keep(hashOf("e"), files(1_000));
    expect(await store.trim()).toBe(1);
  });

  it("leaves no half-written file behind", async () => {
    const store = makeDiskStore({ folder, bytesMax: 1_000_000 });
    await Promise.all([store.keep(hashOf("f"), files(50_000)), store.keep(hashOf("f"), files(50_000))]);
    const picture = path.join(folder, "ff", "f".repeat(30));
    expect((await readdir(picture)).toSorted()).toEqual(["320.jpeg", "320.webp", "640.webp"]);
    expect((await stat(path.join(picture, "640.webp"))).size).toBe(50_000);
  });
});

describe("a bucket", () => {
  it("is written with its type and for ever, the tell-tale file last", async () => {
    await makeS3Store({ endpoint: server.endpoint, bucket: "pictures", ...keys }).keep(hashOf("c"), files(10));
    const paths = server.requests.filter(({ method, path: at }) => method === "PUT" && at.includes("/cc/")).map((each) => each.path);
    expect(paths.at(-1)).toBe(`/pictures/media/cc/${"c".repeat(30)}/320.webp`);
    expect(server.objects.get(paths.at(-1) ?? "")).toMatchObject({
      type: "image/webp",
      cacheControl: "public, max-age=31536000, immutable",
    });
  });

  it("is asked twice when it stumbles, and named when it falls", async () => {
    const store = makeS3Store({ endpoint: server.endpoint, bucket: "pictures", ...keys });
    server.failNext(1);
    expect(await store.has(hashOf("c"))).toBe(true);
    server.failNext(2);
    await expect(store.has(hashOf("c"))).rejects.toThrow("status 503");
  });

  it("refuses a wrong secret, once", async () => {
    const before = server.requests.length;
    const store = makeS3Store({ endpoint: server.endpoint, bucket: "pictures", ...keys, secret: "guessed" });
    await expect(store.keep(hashOf("d"), files(10))).rejects.toThrow("status 403");
    expect(server.requests.length - before).toBe(1);
  });
});
