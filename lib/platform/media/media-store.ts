import path from "node:path";
import { hash32 } from "@/lib/core/hash";
import { env } from "@/lib/platform/env";
import { makeDiskStore } from "./disk-store";
import { makeS3Store } from "./s3-gateway";
import type { MediaBytes, MediaStore } from "./types";

let chosen: MediaStore | undefined;

/**
 * The store of this installation: an S3-compatible one where `MEDIA_S3_ENDPOINT` is set, else `${DATA_DIR}/media`.
 *
 * @throws Error when an endpoint is set without bucket, key and secret
 */
export function mediaStore(): MediaStore {
  chosen ??= chooseStore();
  return chosen;
}

/**
 * Keeps a rendered picture under the hash of the bytes we made, so that one picture at two addresses is kept once.
 *
 * @returns its content hash, 32 hex digits
 */
export async function keepPicture(files: readonly MediaBytes[]): Promise<string> {
  const contentHash = hash32(Buffer.concat(files.map(({ bytes }) => bytes)));
  if (!(await mediaStore().has(contentHash))) await mediaStore().keep(contentHash, files);
  return contentHash;
}

function chooseStore(): MediaStore {
  const settings = env();
  if (!settings.MEDIA_S3_ENDPOINT) {
    return makeDiskStore({ folder: path.resolve(settings.DATA_DIR, "media"), bytesMax: settings.MEDIA_MAX_MB * 1024 * 1024 });
  }
  const { MEDIA_S3_BUCKET: bucket, MEDIA_S3_KEY: keyId, MEDIA_S3_SECRET: secret } = settings;
  if (!bucket || !keyId || !secret) throw new Error("MEDIA_S3_ENDPOINT needs MEDIA_S3_BUCKET, MEDIA_S3_KEY and MEDIA_S3_SECRET.");
  return makeS3Store({ endpoint: settings.MEDIA_S3_ENDPOINT, region: settings.MEDIA_S3_REGION, bucket, keyId, secret });
}
