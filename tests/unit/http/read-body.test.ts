import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { contentCoding, readBody } from "@/lib/platform/http/read-body";

it.each([
  [null, "identity"],
  ["identity", "identity"],
  ["GZIP", "gzip"],
  ["identity, br", "br"],
  ["gzip, gzip", null],
  ["zstd", null],
  ["gzip,br,deflate", null],
] as const)("reads the coding %s as %s", (header, coding) => {
  expect(contentCoding(header)).toBe(coding);
});

it("joins chunks in memory of its own", async () => {
  const bytes = await readBody(Readable.from([Buffer.from("ab"), Buffer.from("cd")]), "identity", 10);
  expect(Buffer.from(bytes).toString()).toBe("abcd");
  expect(bytes.buffer.byteLength).toBe(4);
});

it("gives what a cut-off compressed body held", async () => {
  const whole = gzipSync(Buffer.from("words ".repeat(20_000)), { level: 0 });
  const bytes = await readBody(Readable.from([whole.subarray(0, whole.length / 2)]), "gzip", 1_000_000);
  expect(bytes.length).toBeGreaterThan(30_000);
});

it("stops at the cap, compressed or not", async () => {
  await expect(readBody(Readable.from([Buffer.alloc(11)]), "identity", 10)).rejects.toThrow();
  await expect(readBody(Readable.from([gzipSync(Buffer.alloc(5_000_000))]), "gzip", 100_000_000)).rejects.toThrow();
});
