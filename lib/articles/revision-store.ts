import { decodeSafeHtml } from "@/lib/core/safe-html";
import { type Sql, toJsonRows } from "@/lib/platform/sql";
import type { ArticleDraft } from "./article-draft";
import { insertBodies, readPlainTexts } from "./body-store";
import { creditAuthors } from "./credit-store";
import type { ArticleDates } from "./decide-dates";
import type { KnownArticle } from "./decide-entry";
import { findCorrection } from "./find-correction";
import { htmlParagraphs } from "./html-paragraphs";
import { registerMedia } from "./picture-store";

/** A changed entry, the article it is, and how far its words changed. */
export type RevisedDraft = { draft: ArticleDraft; known: KnownArticle; change: "minor" | "material"; dates: ArticleDates };

/**
 * Brings articles to their new version. Each change keeps the version it replaces as a revision row;
 * the slug and the keys stay.
 */
export async function reviseArticles(
  revised: readonly RevisedDraft[],
  options: { now: Date; sanitizerVersion: number },
  conn: Sql,
): Promise<void> {
  if (revised.length === 0) return;
  const notes = await findNotes(revised);
  const replaced = revised.filter(({ known }) => known.contentHash !== emptiedHash);
  await conn.query(insertStatement, [toJsonRows(replaced.map((one) => replacedVersion(one, notes))), options.now]);
  await conn.query(updateStatement, [toJsonRows(revised.map((one) => newVersion(one, options.now)))]);
  const stored = revised.map(({ draft, known }) => ({ id: known.id, draft }));
  await creditAuthors(stored, conn);
  // A new version may show pictures that the old one did not.
  await registerMedia(stored, conn);
  await insertBodies(stored, options.sanitizerVersion, conn);
}

/** Of an article that was withdrawn and given back: it holds no version that could be replaced. */
const emptiedHash = "0".repeat(32);

const replacedVersion = ({ known, change }: RevisedDraft, notes: ReadonlyMap<number, string>) => ({
  article_id: known.id,
  number: known.revisionCount + 1,
  kind: change,
  headline: known.headline,
  standfirst: known.standfirst,
  content_hash: known.contentHash,
  note: notes.get(known.id) ?? null,
});

// A text that comes and goes may bring the same notice again: it is said once.
const insertStatement = `
  INSERT INTO revision (article_id, number, kind, headline, standfirst, content_hash, note, seen_at)
  SELECT r.article_id, r.number, r.kind, r.headline, r.standfirst, r.content_hash,
    CASE WHEN EXISTS (SELECT FROM revision o WHERE o.article_id = r.article_id AND o.note = r.note) THEN NULL ELSE r.note END,
    $2::timestamptz
  FROM json_to_recordset($1::json)
    AS r(article_id int, number int, kind text, headline text, standfirst text, content_hash char(32), note text)`;

/**
 * What each new version says of a correction, by article. A notice that stood in the text before is no word about this
 * change. Of a licensed text nothing else is kept for everyone.
 */
async function findNotes(revised: readonly RevisedDraft[]): Promise<Map<number, string>> {
  const notes = new Map(revised.flatMap(({ draft, known }) => pairOf(known.id, correctionOf(draft))));
  const before = await readPlainTexts([...notes.keys()]);
  return new Map([...notes].filter(([id, note]) => !before.get(id)?.includes(note.replace(/…$/, ""))));
}

const pairOf = (id: number, note: string | null): [number, string][] => (note === null ? [] : [[id, note]]);

const correctionOf = ({ body, leadIn, language }: RevisedDraft["draft"]): string | null =>
  findCorrection(body === null ? leadIn.split("\n\n") : htmlParagraphs(decodeSafeHtml(body)), language);

// A version without text changes the headline only, where the text we hold is still the best there is.
const updateStatement = `
  UPDATE article a SET headline = r.headline, standfirst = r.standfirst, content_hash = r.content_hash,
    revision_count = r.revision_count, updated_at = r.updated_at, redated_at = r.redated_at,
    lead_in = CASE WHEN r.keeps_text THEN a.lead_in ELSE r.lead_in END, byline = CASE WHEN r.keeps_text THEN a.byline ELSE r.byline END,
    access = CASE WHEN r.keeps_text OR a.own_wall IS NOT NULL THEN a.access ELSE r.access END, has_body = r.keeps_text OR r.has_body,
    word_count = CASE WHEN r.keeps_text THEN a.word_count ELSE r.word_count END
  FROM json_to_recordset($1::json) AS r(id int, headline text, standfirst text, content_hash char(32), revision_count int,
    updated_at timestamptz, redated_at timestamptz, keeps_text boolean, lead_in text, byline text, access "Wall", has_body boolean, word_count int)
  WHERE a.id = r.id AND a.taken_down_at IS NULL`;

function newVersion({ draft, known, change, dates }: RevisedDraft, now: Date): object {
  return {
    id: known.id,
    headline: draft.headline,
    standfirst: draft.standfirst,
    content_hash: draft.contentHash,
    revision_count: known.contentHash === emptiedHash ? 0 : known.revisionCount + 1,
    updated_at: dates.updatedAt ?? (change === "material" ? now : known.updatedAt),
    redated_at: dates.redatedAt,
    keeps_text: draft.body === null && known.hasBody,
    lead_in: draft.leadIn,
    byline: draft.byline,
    access: draft.access,
    has_body: draft.body !== null,
    word_count: draft.wordCount,
  };
}
