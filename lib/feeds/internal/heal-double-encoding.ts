/**
 * Undoes the commonest damage of publishing systems: UTF-8 read as windows-1252 and written as UTF-8 again
 * ("Ã©" for "é", "â€™" for "’").
 *
 * Acts only where most of a text's letters from that range are such sequences, so that capital letters before
 * quotation marks ("LIBERTÉ»") are never touched.
 *
 * @returns the healed text, or null when there was nothing to heal
 */
export function healDoubleEncoding(text: string): string | null {
  const damaged = text.match(sequence)?.length ?? 0;
  if (damaged < sequencesMin) return null;
  const rest = text.replace(sequence, "").match(/[\u00a1-\u024f]/g)?.length ?? 0;
  if (damaged <= rest) return null;
  return text.replace(sequence, (match) => decodeSequence(match) ?? match);
}

const sequencesMin = 3;

/** What windows-1252 shows for the bytes 0x80 to 0x9f; empty places stay control characters. */
const upperHalf = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const trail = `[\\u0080-\\u00bf${upperHalf}]`;
const sequence = new RegExp(`[\\u00c3-\\u00df\\u00c2]${trail}|[\\u00e0-\\u00ef]${trail}{2}|[\\u00f0-\\u00f4]${trail}{3}`, "g");

function decodeSequence(text: string): string | null {
  const bytes = Uint8Array.from(text, (char) => {
    const index = upperHalf.indexOf(char);
    return index < 0 ? (char.codePointAt(0) ?? 0) : 0x80 + index;
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
