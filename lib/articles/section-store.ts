import { type Conn, db } from "@/lib/platform/db";
import { type Sql, sql, toJsonRows } from "@/lib/platform/sql";
import { openSectionModel, type SectionModel, StoredSectionModel } from "./section-model";
import type { SectionText } from "./section-terms";
import type { SectionSlug } from "./sections";
import type { SectionExample } from "./train-sections";

/** The newest labelled articles that a model is taught on: enough for every section, little enough for a worker's memory. */
const examplesMax = 20_000;
const batchMax = 500;

/** Languages (primary subtags) whose model is older than `before`, or that have none, and have articles whose section somebody named. */
export async function listUntaughtLanguages(before: Date, conn: Sql = sql): Promise<string[]> {
  const { rows } = await conn.query<{ language: string }>(
    `SELECT l.language FROM (SELECT DISTINCT lower(split_part(language, '-', 1)) AS language FROM article
       WHERE section_by IN ('editor', 'publisher', 'category')) l
     LEFT JOIN section_model m ON m.language = l.language WHERE m.trained_at IS NULL OR m.trained_at < $1 ORDER BY 1`,
    [before],
  );
  return rows.map((row) => row.language);
}

/** A language's newest articles whose section an editor, its title or its categories named, at most 20,000. Order: id. */
export async function listSectionExamples(language: string, conn: Sql = sql): Promise<SectionExample[]> {
  const { rows } = await conn.query<SectionText & { section: SectionSlug; group: string }>(
    `SELECT * FROM (SELECT id, headline, standfirst, lead_in AS "leadIn", language, section, COALESCE('s' || story_id, 'a' || id) AS "group" FROM article
       WHERE section_by IN ('editor', 'publisher', 'category') AND lower(split_part(language, '-', 1)) = $1 AND taken_down_at IS NULL
       ORDER BY published_at DESC, id DESC LIMIT $2) newest ORDER BY id`,
    [language, examplesMax],
  );
  return rows.map(({ headline, standfirst, leadIn, language: tag, section, group }) => ({
    text: { headline, standfirst, leadIn, language: tag },
    section,
    group,
  }));
}

/** What a language's training gave: a model, or none for want of articles. */
export type TaughtModel = { language: string; trainedAt: Date; articleCount: number; accuracy: number; model: StoredSectionModel | null };

/** Keeps what a training gave in place of the last one. */
export async function saveSectionModel({ language, model, ...facts }: TaughtModel, conn: Conn = db): Promise<void> {
  const row = { ...facts, weights: model ?? {} };
  await conn.sectionModel.upsert({ where: { language }, create: { language, ...row }, update: row });
}

const opened = new Map<string, { trainedAtMs: number; model: SectionModel | null }>();

/** A language's model, ready to be asked; null where it has too few articles for one. Opened once for each training. */
export async function findSectionModel(language: string, conn: Conn = db): Promise<SectionModel | null> {
  const kept = await conn.sectionModel.findUnique({ where: { language }, select: { trainedAt: true } });
  if (!kept) return null;
  const known = opened.get(language);
  if (known?.trainedAtMs === kept.trainedAt.getTime()) return known.model;
  const row = await conn.sectionModel.findUnique({ where: { language }, select: { weights: true } });
  const read = StoredSectionModel.safeParse(row?.weights);
  const model = read.success ? openSectionModel(read.data) : null;
  opened.set(language, { trainedAtMs: kept.trainedAt.getTime(), model });
  return model;
}

/** An article whose section nobody named, or the classifier did. */
export type UnfiledArticle = SectionText & { id: number; section: SectionSlug; sectionBy: "none" | "classifier" };

const unfiledColumns = `id, headline, standfirst, lead_in AS "leadIn", language, section, section_by AS "sectionBy"`;

/** Those of these articles whose section nobody named, or the classifier did. Order: id. */
export async function listUnfiled(ids: readonly number[], conn: Sql = sql): Promise<UnfiledArticle[]> {
  const { rows } = await conn.query<UnfiledArticle>(
    `SELECT ${unfiledColumns} FROM article WHERE id = ANY($1::int[]) AND section_by IN ('none', 'classifier') ORDER BY id`,
    [ids],
  );
  return rows;
}

/** At most 500 articles since `since` whose section nobody named, or the classifier did, after `afterId`. Order: id. */
export async function listUnfiledSince(since: Date, afterId: number, conn: Sql = sql): Promise<UnfiledArticle[]> {
  const { rows } = await conn.query<UnfiledArticle>(
    `SELECT ${unfiledColumns} FROM article WHERE published_at > $1 AND id > $2 AND section_by IN ('none', 'classifier') ORDER BY id LIMIT ${batchMax}`,
    [since, afterId],
  );
  return rows;
}

/** Files articles as the classifier says; what anyone else has named meanwhile stays. */
export async function fileByClassifier(
  filings: readonly { id: number; section: SectionSlug; by: "classifier" | "none" }[],
  conn: Sql = sql,
): Promise<void> {
  if (filings.length === 0) return;
  await conn.query(
    `UPDATE article a SET section = r.section, section_by = r.by FROM json_to_recordset($1::json) AS r(id int, section text, by text)
     WHERE a.id = r.id AND a.section_by IN ('none', 'classifier')`,
    [toJsonRows(filings)],
  );
}

/** An editor's word on an article's section, which no feed and no job changes. @returns false for no such article */
export async function fileByEditor(articleId: number, section: SectionSlug, conn: Sql = sql): Promise<boolean> {
  const { rowCount } = await conn.query("UPDATE article SET section = $2, section_by = 'editor' WHERE id = $1", [articleId, section]);
  return rowCount === 1;
}
