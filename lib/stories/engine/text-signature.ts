import { hashWord } from "./hash-word";

/** Values of a signature; the estimate of a likeness of .3 is right to ±.04. */
export const signatureValues = 128;
/** Words of a run: single words changed here and there break few of them. */
const runWords = 3;
/** A text shorter than this repeats others by chance. */
const wordsMin = 20;
const wordsMax = 800;
const hashSeed = 0x9e3779b1;

/** What is left of a text for finding copies: how many distinct runs of three words it has, and their MinHash. */
export type TextSignature = { runs: number; values: Uint16Array };

/**
 * MinHash over the runs of three consecutive words of a text's first 800.
 *
 * Source: A. Broder, On the resemblance and containment of documents (1997), with values cut to 16 bits.
 *
 * @param words in order, as `listWords` gives them
 * @returns null for a text under 20 words
 */
export function signText(words: readonly string[]): TextSignature | null {
  if (words.length < wordsMin) return null;
  const hashes = runHashes(words.slice(0, wordsMax));
  const values = new Uint16Array(signatureValues);
  for (let index = 0; index < signatureValues; index += 1) {
    const factor = multipliers[index] ?? 1;
    let least = 0xffffffff;
    for (const hash of hashes) {
      const value = scramble(hash ^ factor);
      if (value < least) least = value;
    }
    values[index] = least & 0xffff;
  }
  return { runs: hashes.length, values };
}

/** The part of the shorter text that the other has as well, 0 to 1: an estimate from the two signatures. */
export function estimateContainment(a: TextSignature, b: TextSignature): number {
  let equal = 0;
  for (let index = 0; index < signatureValues; index += 1) if (a.values[index] === b.values[index]) equal += 1;
  const likeness = equal / signatureValues;
  return Math.min(1, (likeness * (a.runs + b.runs)) / (1 + likeness) / Math.min(a.runs, b.runs));
}

/** A signature as bytes for the store: the number of runs in 2 bytes, then each value, least significant first. */
export function packSignature({ runs, values }: TextSignature): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + signatureValues * 2));
  view.setUint16(0, runs, true);
  for (const [index, value] of values.entries()) view.setUint16(2 + index * 2, value, true);
  return new Uint8Array(view.buffer);
}

/** The signature that these bytes hold; null where they hold none. */
export function unpackSignature(bytes: Uint8Array): TextSignature | null {
  if (bytes.byteLength !== 2 + signatureValues * 2) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = Uint16Array.from({ length: signatureValues }, (_, index) => view.getUint16(2 + index * 2, true));
  return { runs: view.getUint16(0, true), values };
}

function runHashes(words: readonly string[]): Uint32Array {
  const single = words.map(hashWord);
  const hashes = new Set<number>();
  for (let at = 0; at + runWords <= single.length; at += 1) {
    let hash = hashSeed;
    for (let step = 0; step < runWords; step += 1) hash = scramble(hash ^ (single[at + step] ?? 0));
    hashes.add(hash);
  }
  return Uint32Array.from(hashes);
}

/** The finishing step of MurmurHash3: every bit of the input reaches every bit of the output. */
function scramble(input: number): number {
  let value = Math.imul(input ^ (input >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

const multipliers = Uint32Array.from({ length: signatureValues }, (_, index) => scramble(Math.imul(index + 1, hashSeed)));
