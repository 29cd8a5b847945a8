/**
 * Whether an answer is what the asker has already: by its entity tag where one is named, else by its date.
 *
 * @param validators of the answer as it would be sent now; `etag` in its quotes
 * Source: RFC 9110, 13.1.2, 13.1.3 and 13.2.2
 */
export function isNotModified(headers: Headers, validators: { etag: string; lastModified: Date | null }): boolean {
  const named = headers.get("if-none-match");
  if (named !== null) return named.trim() === "*" || listTags(named).includes(validators.etag);
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  // Dates in headers have no parts of a second.
  return validators.lastModified !== null && Math.floor(validators.lastModified.getTime() / 1_000) * 1_000 <= since;
}

/** A tag may hold commas; a weak one is as good here. */
const listTags = (named: string): string[] => named.match(/"[^"]*"/g) ?? [];
