import { analyse } from "chardet";

/** Statistics need no more bytes than this to settle. */
const sampleBytes = 65_536;

/**
 * Guesses the charset of bytes that are not UTF-8 and carry no label that can be believed, from how often which bytes
 * follow each other. Markup says nothing about the language, so it is left out.
 *
 * Single-byte alphabets look alike to statistics; so Cyrillic, Greek, Arabic, Hebrew and Thai are believed only where
 * most letters lie above ASCII, and everything else only where they do not.
 *
 * @returns a name that `decodeCharset` knows; windows-1252 where nothing is certain
 */
export function guessCharset(bytes: Uint8Array): string {
  const words = Buffer.from(bytes.subarray(0, sampleBytes))
    .toString("latin1")
    .replace(/<[^<>]*>|https?:\S+|&#?\w+;/g, " ");
  const sample = Buffer.from(words, "latin1");
  const isForeign = foreignShare(sample) > 0.4;
  const match = analyse(sample).find(({ name, confidence }) => isPlausible(name, confidence, isForeign));
  return match?.name.toLowerCase() ?? "windows-1252";
}

function foreignShare(sample: Uint8Array): number {
  let [high, low] = [0, 0];
  for (const byte of sample) {
    if (byte > 0x7f) high += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) low += 1;
  }
  return high / Math.max(1, high + low);
}

function isPlausible(name: string, confidence: number, isForeign: boolean): boolean {
  if (multiByte.test(name)) return confidence >= 50;
  if (alphabets.test(name)) return isForeign && confidence >= 10;
  return !isForeign && latin.test(name) && confidence >= 50;
}

const multiByte = /^(Shift_JIS|EUC-JP|EUC-KR|Big5|GB18030|ISO-2022-\w+)$/i;
const alphabets = /^(windows-125[13568]|KOI8-R|ISO-8859-[5678]|windows-874|TIS-620)$/i;
const latin = /^(windows-125[0247]|ISO-8859-(1|2|9))$/i;
