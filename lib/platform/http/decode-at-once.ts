import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import type { ContentCoding } from "./content-coding";

/** Decoded at a time. */
const chunkSize = 65_536;
export const lenient = { finishFlush: constants.Z_SYNC_FLUSH, chunkSize };
export const brotliLenient = { finishFlush: constants.BROTLI_OPERATION_FLUSH, chunkSize };

/** "deflate" means zlib's wrapping by the standard and none of it by many servers; the first byte tells. */
export const isWrapped = (first: Uint8Array): boolean => ((first[0] ?? 0) & 0x0f) === 8;

/**
 * Decodes a whole small body here and now: a journey through the thread pool and a pipeline of streams cost an ordinary
 * feed more than its decoding. An end that is missing gives what there was.
 *
 * @param bytesMax what may come of it, few enough that nobody waits for it
 * @returns null where more would come
 * @throws the decoder's error
 */
export function decodeAtOnce(encoded: Uint8Array, coding: ContentCoding, bytesMax: number): Uint8Array | null {
  try {
    return decode(encoded, coding, bytesMax);
  } catch (cause) {
    if (cause instanceof RangeError && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE") return null;
    throw cause;
  }
}

function decode(encoded: Uint8Array, coding: ContentCoding, maxOutputLength: number): Uint8Array | null {
  switch (coding) {
    case "identity":
      return encoded.length > maxOutputLength ? null : encoded;
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
