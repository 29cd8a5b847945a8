import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ContentCoding } from "./content-coding";
import { decodeAtOnce, makeDecoder } from "./decoders";
import { BodyTooLargeError } from "./http-error";

/** Beyond a first MiB, text that shrinks more than this is a bomb. */
const ratioMax = 100;
const ratioFreeBytes = 1_048_576;

/** So short a body, as it comes, is decoded at once; most feeds are. */
const smallBytes = 65_536;

/**
 * Reads a body to its end, decompressed, counting what comes out: a small body that unfolds is stopped at the cap.
 * A compressed body that ends early gives what it held.
 *
 * @param bytesMax cap on decoded bytes
 * @throws BodyTooLargeError at the cap; errors of stream and decoder as they are
 */
export async function readBody(body: Readable, coding: ContentCoding, bytesMax: number): Promise<Uint8Array> {
  const rest = body[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let startBytes = 0;
  while (startBytes <= smallBytes) {
    const next = await rest.next();
    if (next.done) {
      const decoded = decodeSmall(joined(start, startBytes), coding, Math.min(bytesMax, ratioFreeBytes));
      if (decoded) return decoded;
      break;
    }
    start.push(next.value);
    startBytes += next.value.length;
  }
  try {
    return await readStream(start, rest, coding, bytesMax);
  } catch (cause) {
    // Whoever sends without end must be told to stop.
    body.destroy();
    throw cause;
  }
}

function decodeSmall(body: Uint8Array, coding: ContentCoding, bytesMax: number): Uint8Array | null {
  if (coding !== "identity") return decodeAtOnce(body, coding, bytesMax);
  return body.length > bytesMax ? null : body;
}

/** What has been read of a body, and then its rest. */
async function* resume(start: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* start;
  yield* { [Symbol.asyncIterator]: () => rest };
}

async function readStream(
  start: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  coding: ContentCoding,
  bytesMax: number,
): Promise<Uint8Array> {
  const body = resume(start, rest);
  const chunks: Uint8Array[] = [];
  let encodedBytes = 0;
  let decodedBytes = 0;
  const countEncoded = async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      encodedBytes += chunk.length;
      yield chunk;
    }
  };
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      decodedBytes += chunk.length;
      const isBomb = coding !== "identity" && decodedBytes > ratioFreeBytes && decodedBytes > encodedBytes * ratioMax;
      if (decodedBytes > bytesMax || isBomb) throw new BodyTooLargeError();
      chunks.push(chunk);
    }
  };
  if (coding === "identity") await pipeline(body, collect);
  else await pipeline(body, countEncoded, makeDecoder(coding, start[0] ?? new Uint8Array()), collect);
  return joined(chunks, decodedBytes);
}

/** In memory of its own, which a caller may hand to a thread. */
function joined(chunks: Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
