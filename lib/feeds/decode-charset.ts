import { decode, encodingExists } from "iconv-lite";
import { stripControls } from "@/lib/core/text";
import { guessCharset } from "./internal/guess-charset";
import { healDoubleEncoding } from "./internal/heal-double-encoding";

export type DecodedText = { text: string; charset: string; warnings: string[] };

/**
 * Decodes a feed's bytes.
 *
 * Order: byte order mark, charset of Content-Type, XML declaration, UTF-8 where the bytes are valid, statistics.
 * A stated charset gives way where the bytes prove it wrong: a Latin label over valid multi-byte UTF-8, or a
 * UTF-8 label over bytes that hold no valid multi-byte sequence at all. Text that was encoded twice is healed.
 *
 * @returns text without NUL and other controls; bytes that no charset explains become U+FFFD, with a warning
 * Source: RFC 7303 section 3, XML 1.0 appendix F, WHATWG Encoding
 */
export function decodeCharset(bytes: Uint8Array, contentType: string | null): DecodedText {
  const decoded = decodeStated(bytes, contentType);
  // As many characters as bytes: nothing but ASCII, so nothing was encoded twice.
  if (decoded.charset === "utf-8" && decoded.text.length === bytes.length) return decoded;
  const healed = healDoubleEncoding(decoded.text);
  return healed === null ? decoded : { ...decoded, text: healed, warnings: [...decoded.warnings, "text encoded twice was healed"] };
}

function decodeStated(bytes: Uint8Array, contentType: string | null): DecodedText {
  const mark = markedCharset(bytes);
  if (mark) return decodeAs(bytes, mark, []);
  const stated = charsetOfContentType(contentType) ?? declaredCharset(bytes);
  const utf8 = soundUtf8(bytes);
  if (utf8 === null) return decodeOther(bytes, stated);
  const warnings = stated ? doubtsOfLabel(stated, utf8.length < bytes.length) : [];
  const isBelieved = stated !== null && warnings.length === 0 && !isUtf8Label(stated);
  return isBelieved ? decodeAs(bytes, stated, []) : { text: stripControls(utf8), charset: "utf-8", warnings };
}

/** Why a label over bytes that are valid UTF-8 is not believed; none when it may be right. */
function doubtsOfLabel(stated: string, hasHighBytes: boolean): string[] {
  if (!isKnown(stated)) return [`unknown charset "${stated}"`];
  // The label was read as ASCII, so the bytes cannot be UTF-16 or UTF-32 whatever it says.
  if (isWide(stated)) return [`labelled ${stated}, but is not`];
  return isLatin(stated) && hasHighBytes ? [`labelled ${stated}, but is utf-8`] : [];
}

/** Bytes that are not valid UTF-8. */
function decodeOther(bytes: Uint8Array, stated: string | null): DecodedText {
  if (!stated) return decodeGuessed(bytes, "states no charset");
  if (!isKnown(stated)) return decodeGuessed(bytes, `unknown charset "${stated}"`);
  if (isWide(stated)) return decodeGuessed(bytes, `labelled ${stated}, but is not`);
  return isUtf8Label(stated) ? decodeBrokenUtf8(bytes) : decodeAs(bytes, stated, []);
}

function decodeGuessed(bytes: Uint8Array, why: string): DecodedText {
  const guessed = guessCharset(bytes);
  return decodeAs(bytes, guessed, [`${why}; read as ${guessed}`]);
}

/** First bytes and what they mean; of two that fit, the longer stands first. */
const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe, 0, 0], "utf-32le"],
  [[0, 0, 0xfe, 0xff], "utf-32be"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

function markedCharset(bytes: Uint8Array): string | null {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[1];
  // No mark, but "<" or "{" beside a NUL can only be UTF-16.
  if (isOpener(bytes[0]) && bytes[1] === 0) return "utf-16le";
  return bytes[0] === 0 && isOpener(bytes[1]) ? "utf-16be" : null;
}

const isOpener = (byte: number | undefined): boolean => byte === 0x3c || byte === 0x7b;

function charsetOfContentType(contentType: string | null): string | null {
  return contentType?.match(/charset\s*=\s*["']?([\w.:-]+)/i)?.[1]?.toLowerCase() ?? null;
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString("latin1");
  return head.match(/<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i)?.[1]?.toLowerCase() ?? null;
}

/** The text where the bytes are valid UTF-8, else null. */
function soundUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const isUtf8Label = (charset: string): boolean => /^(utf-?8|(us-)?ascii)$/i.test(charset);
const isWide = (charset: string): boolean => /^(utf-?(16|32)|ucs-?[24]|unicode)/i.test(charset);
const isLatin = (charset: string): boolean => /^(iso-?8859-?1(5)?|windows-125\d|cp125\d|latin-?1)$/i.test(charset);
const isKnown = (charset: string): boolean => webDecoder(charset) !== null || encodingExists(charset);

function webDecoder(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}

/** UTF-8 with a few broken bytes (a cut character, a stray byte) stays UTF-8; without any valid sequence it never was. */
function decodeBrokenUtf8(bytes: Uint8Array): DecodedText {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  if (sound < broken) return decodeGuessed(bytes, "labelled utf-8, but is not");
  return { text: stripControls(text), charset: "utf-8", warnings: [`${broken} undecodable bytes`] };
}

function decodeAs(bytes: Uint8Array, charset: string, warnings: string[]): DecodedText {
  const web = webDecoder(charset);
  const text = web ? web.decode(bytes) : decode(Buffer.from(bytes), charset);
  const lost = text.includes("\ufffd") ? [`bytes that ${charset} does not know became U+FFFD`] : [];
  return { text: stripControls(text), charset: web?.encoding ?? charset, warnings: [...warnings, ...lost] };
}
