import { decodeCursor, encodeCursor } from "@/lib/articles/cursor";
import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { type DeskReport, type OwnReport, type ReportKind, type ReportPage, type ReportState, reportsPerDay } from "./report-types";

const pageMax = 25;
const ownMax = 100;

/**
 * Keeps what a reader says is wrong with an article.
 *
 * @returns `not-found` where there is no such article to see; `too-many` after ten within a day
 */
export function addReport(
  { userId, slug, kind, words }: { userId: string; slug: string; kind: ReportKind; words: string },
  now: Date,
): Promise<"kept" | "not-found" | "too-many"> {
  return inTransaction(async (tx) => {
    // Two at once count each other: the account's row is taken first.
    await tx.$executeRaw`SELECT 1 FROM "user" WHERE id = ${userId} FOR UPDATE`;
    const article = await tx.article.findFirst({ where: { slug, takenDownAt: null, publisher: { isActive: true } }, select: { id: true } });
    if (!article) return "not-found";
    const since = addMs(now, -dayMs);
    const recent = await tx.articleReport.findMany({
      where: { userId, reportedAt: { gt: since } },
      take: reportsPerDay,
      select: { id: true },
    });
    if (recent.length >= reportsPerDay) return "too-many";
    await tx.articleReport.create({ data: { articleId: article.id, userId, kind, words, reportedAt: now }, select: { id: true } });
    return "kept";
  });
}

const columns = {
  id: true,
  kind: true,
  words: true,
  state: true,
  answer: true,
  answeredBy: true,
  answeredAt: true,
  reportedAt: true,
  article: { select: { slug: true, headline: true, correction: true, takenDownAt: true, publisher: { select: { name: true } } } },
} as const;

/** Reports that wait, the oldest first, or those answered, the latest first. Order: reportedAt, id; 25 a page. */
export async function listReports(state: "open" | "answered", cursor: string | null, conn: Conn = db): Promise<ReportPage> {
  const from = decodeCursor(cursor);
  const isOpen = state === "open";
  const order = isOpen ? "asc" : "desc";
  const at = from && new Date(from.publishedAtMs);
  const after = isOpen ? "gt" : "lt";
  const rows = await conn.articleReport.findMany({
    where: {
      state: isOpen ? "open" : { in: ["upheld", "declined"] },
      ...(from && at && { OR: [{ reportedAt: { [after]: at } }, { reportedAt: at, id: { [after]: from.id } }] }),
    },
    orderBy: [{ reportedAt: order }, { id: order }],
    take: pageMax + 1,
    select: columns,
  });
  const shown = rows.slice(0, pageMax);
  const last = rows.length > pageMax ? shown.at(-1) : undefined;
  return {
    reports: shown.map(toReport),
    nextCursor: last ? encodeCursor({ publishedAtMs: last.reportedAt.getTime(), id: last.id }) : null,
  };
}

/** What readers said of one article, the latest first; at most 25. */
export async function listReportsOn(articleId: number, conn: Conn = db): Promise<DeskReport[]> {
  const rows = await conn.articleReport.findMany({
    where: { articleId },
    orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
    take: pageMax,
    select: columns,
  });
  return rows.map(toReport);
}

/** What somebody reported, the latest first; at most 100. */
export async function listOwnReports(userId: string, conn: Conn = db): Promise<OwnReport[]> {
  const rows = await conn.articleReport.findMany({
    where: { userId },
    orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
    take: ownMax,
    select: columns,
  });
  return rows.map((row) => {
    const { article, answeredBy: _by, ...report } = toReport(row);
    const { slug, headline } = article;
    return { ...report, article: row.article.takenDownAt === null ? { slug, headline } : null };
  });
}

type Row = Omit<DeskReport, "kind" | "state" | "answeredAt" | "reportedAt" | "article"> & {
  kind: string;
  state: string;
  answeredAt: Date | null;
  reportedAt: Date;
  article: { slug: string; headline: string; correction: string | null; takenDownAt: Date | null; publisher: { name: string } };
};

const toReport = ({ article, ...row }: Row): DeskReport => ({
  ...row,
  kind: row.kind as ReportKind,
  state: row.state as ReportState,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  reportedAt: row.reportedAt.toISOString(),
  article: { slug: article.slug, headline: article.headline, correction: article.correction, publisherName: article.publisher.name },
});

/** What the mail with an answer is made of; null where nothing was answered, or nobody is left to tell. */
export async function findAnswered(reportId: number, conn: Conn = db) {
  const row = await conn.articleReport.findUnique({
    where: { id: reportId },
    select: { ...columns, user: { select: { name: true, email: true } } },
  });
  if (!row?.user || row.state === "open") return null;
  const { user, ...report } = row;
  return { ...toReport(report), reader: user, isWithdrawn: row.article.takenDownAt !== null };
}
