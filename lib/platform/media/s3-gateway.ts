import aws4 from "aws4";
import { request } from "undici";
import { mediaFormats, mediaWidths } from "@/lib/core/media-href";
import { readBody } from "@/lib/platform/http/read-body";
import { inWritingOrder, keystonePath, mediaPath } from "./media-path";
import type { MediaStore } from "./types";

export type S3Settings = { endpoint: string; region: string; bucket: string; keyId: string; secret: string };

type S3Request = { method: "GET" | "HEAD" | "PUT" | "DELETE"; key: string; type?: string; body?: Buffer };
type S3Answer = { status: number; bytes: Uint8Array };

/** From the call to the last byte, in milliseconds. */
const timeoutMs = 10_000;
const triesMax = 2;
/** Larger than any rendition of ours. */
const bytesMax = 10 * 1024 * 1024;

/**
 * Pictures in a bucket of an S3-compatible store (AWS, R2, MinIO, Garage…), addressed by path. The endpoint is the
 * operator's own word and may be private, so this is the one way out beside the guarded fetcher; no publisher's
 * address ever gets here. What the bucket may hold is limited by its own lifecycle rules.
 *
 * Every method throws when the store cannot be reached in two tries or refuses us.
 *
 * Source: AWS Signature Version 4 for S3, signed payload
 */
export function makeS3Store(settings: S3Settings): MediaStore {
  const ask = (asked: S3Request) => askTwice(settings, asked);
  return {
    read: async (file) => {
      const { status, bytes } = await ask({ method: "GET", key: mediaPath(file) });
      return status === 404 ? null : bytes;
    },
    has: async (contentHash) => (await ask({ method: "HEAD", key: keystonePath(contentHash) })).status === 200,
    keep: async (contentHash, files) => {
      for (const { bytes, ...file } of inWritingOrder(files)) {
        await ask({ method: "PUT", key: mediaPath({ contentHash, ...file }), type: `image/${file.format}`, body: Buffer.from(bytes) });
      }
    },
    remove: async (contentHash) => {
      for (const width of mediaWidths) {
        for (const format of mediaFormats) await ask({ method: "DELETE", key: mediaPath({ contentHash, width, format }) });
      }
    },
    trim: () => Promise.resolve(0),
  };
}

/** @returns an answer of 200, 204 or 404 @throws Error for every other */
async function askTwice(settings: S3Settings, asked: S3Request): Promise<S3Answer> {
  let fault = "";
  for (let tries = 0; tries < triesMax; tries += 1) {
    const answer = await askOnce(settings, asked).catch((cause: unknown) => String(cause));
    if (typeof answer === "string") fault = answer;
    else if (answer.status === 200 || answer.status === 204 || (answer.status === 404 && asked.method !== "PUT")) return answer;
    else fault = `status ${answer.status}`;
    if (/^status 4/.test(fault)) break;
  }
  throw new Error(`The picture store did not ${asked.method} ${asked.key}: ${fault}`);
}

async function askOnce(settings: S3Settings, { method, key, type, body }: S3Request): Promise<S3Answer> {
  const url = new URL(settings.endpoint);
  url.pathname = `${url.pathname.replace(/\/$/, "")}/${settings.bucket}/media/${key}`;
  const signed = aws4.sign(
    {
      service: "s3",
      region: settings.region,
      host: url.host,
      method,
      path: url.pathname,
      headers: { ...(type && { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" }) },
      ...(body && { body }),
    },
    { accessKeyId: settings.keyId, secretAccessKey: settings.secret },
  );
  const response = await request(url, {
    method,
    headers: plainHeaders(signed.headers),
    body: body ?? null,
    signal: AbortSignal.timeout(timeoutMs),
  });
  response.body.on("error", () => undefined);
  return { status: response.statusCode, bytes: await readBody(response.body, "identity", bytesMax) };
}

const plainHeaders = (headers: object | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
