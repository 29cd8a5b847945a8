import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { startS3Server } from "../../../support/s3-server";

const keys = { keyId: "operator", secret: "a secret", region: "auto" };
const server = await startS3Server(keys);
afterAll(() => server.close());
beforeEach(() => vi.resetModules());

async function storeWith(settings: Record<string, string>) {
  const { env } = await import("@/lib/platform/env");
  Object.assign(env(), settings);
  return import("@/lib/platform/media/media-store");
}

const files = [
  { width: 320 as const, format: "webp" as const, bytes: Buffer.from("one") },
  { width: 320 as const, format: "jpeg" as const, bytes: Buffer.from("two") },
];

it("keeps pictures in the operator's bucket when one is set, each once", async () => {
  const settings = { MEDIA_S3_ENDPOINT: server.endpoint, MEDIA_S3_BUCKET: "paper", MEDIA_S3_KEY: "operator", MEDIA_S3_SECRET: "a secret" };
  const { keepPicture, mediaStore } = await storeWith({ ...settings, MEDIA_S3_REGION: "auto" });
  const contentHash = await keepPicture(files);
  expect(await keepPicture(files)).toBe(contentHash);
  expect(server.requests.filter(({ method }) => method === "PUT")).toHaveLength(2);
  expect(Buffer.from((await mediaStore().read({ contentHash, width: 320, format: "jpeg" })) ?? []).toString()).toBe("two");
});

it("says what is missing when only half a bucket is set", async () => {
  const { mediaStore } = await storeWith({ MEDIA_S3_ENDPOINT: server.endpoint });
  expect(() => mediaStore()).toThrow("MEDIA_S3_BUCKET");
});
