import type { Transform } from "node:stream";
import {
  brotliDecompressSync,
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  gunzipSync,
  inflateRawSync,
  inflateSync,
} from "node:zlib";
import type { ContentCoding } from "./content-coding";

type Compression = Exclude<ContentCoding, "identity">;

/** Decoded at a time: each turn of a stream costs a journey through the thread pool, and most feeds are shorter than two. */
const chunkSize = 65_536;
const lenient = { finishFlush: constants.Z_SYNC_FLUSH, chunkSize };
const brotliLenient = { finishFlush: constants.BROTLI_OPERATION_FLUSH, chunkSize };

/** "deflate" means zlib's wrapping by the standard and none of it by many servers; the first byte tells. */
const isWrapped = (start: Uint8Array): boolean => ((start[0] ?? 0) & 0x0f) === 8;

/**
 * A stream that decodes a body. An end that is missing gives what there was.
 *
 * @param start the body's first bytes
 */
export function makeDecoder(coding: Compression, start: Uint8Array): Transform {
  switch (coding) {
    case "br":
      return createBrotliDecompress(brotliLenient);
    case "gzip":
      return createGunzip(lenient);
    case "deflate":
      return isWrapped(start) ? createInflate(lenient) : createInflateRaw(lenient);
    default:
      return coding satisfies never;
  }
}

/**
 * Decodes a whole small body here and now: a journey through the thread pool and a pipeline of streams cost an ordinary
 * feed more than its decoding. An end that is missing gives what there was.
 *
 * @param bytesMax what may come of it, few enough that nobody waits for it
 * @returns in memory of its own; null where more would come
 * @throws the decoder's error
 */
export function decodeAtOnce(encoded: Uint8Array, coding: Compression, bytesMax: number): Uint8Array | null {
  try {
    return new Uint8Array(decode(encoded, coding, bytesMax));
  } catch (cause) {
    if (cause instanceof RangeError && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE") return null;
    throw cause;
  }
}

function decode(encoded: Uint8Array, coding: Compression, maxOutputLength: number): Uint8Array {
  switch (coding) {
    case "br":
      return brotliDecompressSync(encoded, { ...brotliLenient, maxOutputLength });
    case "gzip":
      return gunzipSync(encoded, { ...lenient, maxOutputLength });
    case "deflate":
      return (isWrapped(encoded) ? inflateSync : inflateRawSync)(encoded, { ...lenient, maxOutputLength });
    default:
      return coding satisfies never;
  }
}
