/** What of a payload may be shown: numbers of ours and plain words. All else, addresses and names first, stays unseen. */
const shownKeys: ReadonlySet<string> = new Set([
  "articleId",
  "articleIds",
  "attempt",
  "customerId",
  "dueAt",
  "feedId",
  "giftId",
  "hash",
  "kind",
  "language",
  "lookbackHours",
  "month",
  "notice",
  "proofId",
  "publisherId",
  "storyId",
  "tags",
  "userId",
]);
const listMax = 3;
const wordsMax = 300;

/** What a job is about, from its payload: "articleId 12"; empty for a job that is about everything. */
export function payloadWords(data: unknown): string {
  if (data === null || typeof data !== "object") return "";
  return Object.entries(data)
    .flatMap(([key, value]) => (shownKeys.has(key) ? [`${key} ${valueWords(value)}`] : []))
    .join(", ");
}

function valueWords(value: unknown): string {
  if (!Array.isArray(value)) return clean(String(value));
  const more = value.length > listMax ? ` and ${value.length - listMax} more` : "";
  return `${value.slice(0, listMax).map(valueWords).join(" ")}${more}`;
}

/** Why a job failed, from what the queue kept of it: one line, without addresses, passwords or keys. */
export function faultWords(output: unknown): string {
  const message = output !== null && typeof output === "object" && "message" in output ? output.message : output;
  if (typeof message !== "string" || message === "") return "No reason was kept.";
  return clean(message);
}

function clean(words: string): string {
  const hidden = words
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, "$1…@")
    .replace(/[^\s<>"'(),:;/…]+@[^\s<>"'(),:;/]+/g, "…@…")
    .replace(/\?[^\s"']+/g, "?…")
    .replace(/\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{33,}/gi, "…")
    .replace(/\s+/g, " ")
    .trim();
  return hidden.length > wordsMax ? `${hidden.slice(0, wordsMax)}…` : hidden;
}
