/**
 * Bytes that a string set as an element's inner HTML takes in Next's answer: once as markup, once in the page's data,
 * where it stands in a script as a JSON string with `<`, `>` and `&` escaped.
 */
export function answerBytes(content: string): number {
  const escapes: Record<string, string> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026" };
  const escaped = JSON.stringify(content)
    .slice(1, -1)
    .replace(/[<>&]/g, (character) => escapes[character] ?? character);
  return Buffer.byteLength(content) + Buffer.byteLength(escaped);
}

/**
 * The source repeated or cut so that a bare page made of it answers with the wanted number of bytes.
 *
 * @param overheadBytes what the bare page answers with no content at all
 */
export function fitContent(source: string, wantedBytes: number, overheadBytes: number): string {
  const room = Math.max(0, wantedBytes - overheadBytes);
  const enough = source.repeat(Math.ceil(room / Math.max(1, answerBytes(source))) + 1);
  let [low, high] = [0, enough.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (answerBytes(enough.slice(0, middle)) <= room) low = middle;
    else high = middle - 1;
  }
  // Half of a character outside the basic plane would become a replacement character.
  return enough.slice(0, low).replace(/[\ud800-\udbff]$/, "");
}

/** What stands inside a page's main element. @throws Error when there is none */
export function mainOf(html: string): string {
  const inside = html.match(/<main\b[^>]*>([\s\S]*)<\/main>/)?.[1];
  if (!inside) throw new Error("The page has no main element.");
  return inside;
}
