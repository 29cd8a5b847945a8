import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { contentCoding } from "@/lib/platform/http/content-coding";
import { BodyTooLargeError } from "@/lib/platform/http/http-error";
import { readBody } from "@/lib/platform/http/read-body";

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

/** Words that compression does little for, so that a body of them is as long as it says. */
const words = (bytes: number): Buffer => Buffer.from(randomBytes(bytes / 2).toString("hex"));

// Decoded at once, and as a stream.
describe.each([
  ["short", 40_000],
  ["long", 900_000],
])("a %s body", (_, bytes) => {
  const whole = words(bytes);

  it.each([
    ["identity", (body: Buffer) => body],
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
    ["deflate", deflateRawSync],
  ] as const)("is read whole, in pieces or not: %s", async (coding, encode) => {
    const encoded = encode(whole);
    expect(Buffer.from(await readBody(Readable.from([encoded]), coding, bytes)).equals(whole)).toBe(true);
    const pieces = [encoded.subarray(0, 1), encoded.subarray(1, 3_000), encoded.subarray(3_000)];
    expect(Buffer.from(await readBody(Readable.from(pieces), coding, bytes)).equals(whole)).toBe(true);
  });

  it("gives what it held when it was cut off", async () => {
    const cut = gzipSync(whole, { level: 0 }).subarray(0, bytes / 2);
    const read = await readBody(Readable.from([cut]), "gzip", bytes);
    expect(read.length).toBeGreaterThan(bytes / 4);
    expect(whole.subarray(0, read.length).equals(read)).toBe(true);
  });

  it("fails with the decoder's own error when it is none of that coding", async () => {
    await expect(readBody(Readable.from([whole]), "gzip", bytes)).rejects.toMatchObject({ code: "Z_DATA_ERROR" });
  });

  it("is stopped one byte above the cap", async () => {
    await expect(readBody(Readable.from([gzipSync(whole)]), "gzip", bytes - 1)).rejects.toBeInstanceOf(BodyTooLargeError);
  });
});

it.each(["identity", "gzip", "br", "deflate"] as const)("reads nothing of an empty body: %s", async (coding) => {
  expect((await readBody(Readable.from([]), coding, 10)).length).toBe(0);
});

it("stops a bomb by its ratio, and lets a text unfold that is none", async () => {
  const stop = readBody(Readable.from([gzipSync(Buffer.alloc(5_000_000))]), "gzip", 100_000_000);
  await expect(stop).rejects.toBeInstanceOf(BodyTooLargeError);
  const text = Buffer.from(words(40_000).toString().repeat(30));
  expect((await readBody(Readable.from([brotliCompressSync(text)]), "br", 100_000_000)).length).toBe(text.length);
});

it("tells a body without end to stop", async () => {
  const endless = Readable.from(
    (async function* () {
      for (;;) yield Buffer.alloc(60_000);
    })(),
  );
  await expect(readBody(endless, "identity", 1_000_000)).rejects.toBeInstanceOf(BodyTooLargeError);
  expect(endless.destroyed).toBe(true);
});
