/** A text's letters and digits alone, in lower case: what stays the same whatever markup and punctuation stand around. */
export const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Letters and digits of a sample: long enough to be one sentence's own. */
const sampleChars = 32;

/**
 * A test whether a text is part of another, whatever its markup, spacing and punctuation: its beginning, its middle or
 * its end stands there.
 */
export function sentencesIn(whole: string): (text: string) => boolean {
  const squeezed = squeeze(whole);
  return (text) => {
    const part = squeeze(text);
    if (part.length < sampleChars) return part !== "" && squeezed.includes(part);
    const middle = Math.floor((part.length - sampleChars) / 2);
    const samples = [part.slice(0, sampleChars), part.slice(middle, middle + sampleChars), part.slice(-sampleChars)];
    return samples.filter((sample) => squeezed.includes(sample)).length >= 2;
  };
}
