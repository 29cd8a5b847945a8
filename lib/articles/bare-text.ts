/** Letters and digits alone, in lower case: what a text says without how it is set. */
export function bareText(text: string): string {
  // Most texts are plain ASCII, which no normalisation changes.
  if (isAscii.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, "");
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range begins there
const isAscii = /^[\x00-\x7f]*$/;
