/**
 * The forms in which an answer may carry a word: as it is, with the escapes of JSON, HTML and addresses undone, with
 * the pieces of the page's data stream joined, without tags, and what its base64 runs hold. Lower case.
 *
 * Widens on purpose: a false form costs a search, a missed one hides a leak.
 */
export function spellForms(body: Buffer): string[] {
  const raw = body.toString("latin1").toLowerCase();
  const text = body.toString("utf8");
  const joined = joinStream(text);
  const plain = undoEntities(undoPercent(undoJsonEscapes(joined)));
  const bare = plain.replace(/<[^>]*>/g, "").replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, "");
  return [raw, plain, bare, undoUtf16(body), ...undoBase64(joined)].map((form) => form.toLowerCase());
}

// Next streams the page's data as script calls, and cuts strings where a chunk ends.
function joinStream(text: string): string {
  return text.replace(/"\]\)\s*<\/script>\s*<script[^>]*>\s*self\.__next_f\.push\(\[\d+,\s*"/g, "").replace(/"\s*\+\s*"/g, "");
}

function undoJsonEscapes(text: string): string {
  const once = (input: string) =>
    input
      .replace(/\\+u([0-9a-f]{4})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\+x([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return once(once(text)).replace(/\\+(["'\\/])/g, "$1");
}

function undoEntities(text: string): string {
  return text
    .replaceAll("&amp;", "&")
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_all, hex: string) => fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#([0-9]{1,7});?/g, (_all, digits: string) => fromCodePoint(Number(digits)));
}

const fromCodePoint = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "");

function undoPercent(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const undoUtf16 = (body: Buffer): string => body.toString("latin1").replaceAll("\0", "");

// A run may begin with characters that belong to what stands before it, so each of the four alignments is read.
function undoBase64(text: string): string[] {
  const runs = text.match(/[A-Za-z0-9+/_-]{24,}={0,2}/g) ?? [];
  const joined = [0, 1, 2, 3].map((offset) => runs.map((run) => Buffer.from(run.slice(offset), "base64").toString("latin1")).join("\n"));
  return joined;
}
