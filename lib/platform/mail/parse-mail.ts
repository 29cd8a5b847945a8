/** A mail of ours as it lies in the outbox. */
export type ParsedMail = { to: string; subject: string; sentAt: Date | null; text: string };

/**
 * Reads a plain-text mail that we wrote ourselves; anything else in it is shown as it stands.
 *
 * Source: RFC 5322 (fields and folding), RFC 2045 section 6 (transfer encodings), RFC 2047 (words in fields)
 */
export function parseMail(source: string): ParsedMail {
  const unix = source.replaceAll("\r\n", "\n");
  const end = unix.indexOf("\n\n");
  const head = (end < 0 ? unix : unix.slice(0, end)).replace(/\n[ \t]+/g, " ");
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(head)?.[1]?.trim() ?? "";
  const sentAt = new Date(field("Date"));
  return {
    to: decodeWords(field("To")),
    subject: decodeWords(field("Subject")),
    sentAt: Number.isNaN(sentAt.getTime()) ? null : sentAt,
    text: decodeBody(end < 0 ? "" : unix.slice(end + 2), field("Content-Transfer-Encoding").toLowerCase()),
  };
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? decodeQuoted(body.replace(/=\n/g, "")) : body;
}

function decodeWords(text: string): string {
  const joined = text.replace(/\?=\s+=\?/g, "?==?");
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, word: string) =>
    kind.toLowerCase() === "b" ? Buffer.from(word, "base64").toString("utf8") : decodeQuoted(word.replaceAll("_", " ")),
  );
}

/** One character may take several escapes, so runs of them are decoded together. */
function decodeQuoted(text: string): string {
  return text.replace(/(?:=[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("=", ""), "hex").toString("utf8"));
}
