/** Makes one line of a text: every run of white space, line breaks and no-break spaces becomes one space, ends trimmed. */
export function collapseSpace(text: string): string {
  const trimmed = text.trim();
  return hasOnlySingleSpaces(trimmed) ? trimmed : trimmed.replace(/[\s\u200b]+/g, " ").trim();
}

/** Whether a text has no white space, zero-width spaces included, but single spaces. */
export const hasOnlySingleSpaces = (text: string): boolean => !narrowSpace.test(text) && !wideSpace.test(text);

// Apart, since a text of Latin-1 is known to have none of the second without being looked at.
const narrowSpace = /[\t-\r\u00a0]| {2}/;
const wideSpace = /[\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** Removes what neither XML nor Postgres takes: C0 controls but tab and line breaks, lone surrogates, U+FFFE and U+FFFF. */
export function stripControls(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return unwanted.test(wellFormed) ? wellFormed.replace(allUnwanted, "") : wellFormed;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const allUnwanted = new RegExp(unwanted, "g");

/**
 * Shortens a text for show.
 *
 * @param charsMax length in UTF-16 units that the result never exceeds, at least 2
 * @returns the text itself when it fits; else whole sentences when one ends in the second half, else whole words and "…"
 */
export function shorten(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  const head = text.slice(0, charsMax - 1);
  const sentence = head.match(/^[\s\S]*[.!?。！？؟।…]["'”’»)]?(?=\s|$)|^[\s\S]*[。！？]/);
  if (sentence && sentence[0].length > charsMax / 2) return sentence[0];
  const space = head.lastIndexOf(" ");
  const cut = space > charsMax / 2 ? head.slice(0, space) : head;
  return `${cut.toWellFormed().replace(/[\s,;:–—-]+$/, "")}…`;
}

/** Escapes a plain text for use as HTML or XML character data or attribute value. */
export const escapeMarkup = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;") : text;
