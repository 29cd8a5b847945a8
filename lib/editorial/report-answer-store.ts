import { writeCorrection } from "@/lib/articles/desk-edit-store";
import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import type { AnswerForm } from "./report-types";

/**
 * Answers a reader's report, once: with it goes the mail to the reader and, where there is one, the article's correction.
 *
 * @returns `answered` where somebody has been faster; `withdrawn` where a correction was meant for what is no longer shown
 */
export function answerReport(
  { id, verdict, answer, correction }: AnswerForm,
  by: AuditActor,
  now: Date,
): Promise<"done" | "not-found" | "answered" | "withdrawn"> {
  return inTransaction(async (tx) => {
    const report = await tx.articleReport.findUnique({
      where: { id },
      select: { articleId: true, userId: true, article: { select: { correction: true, takenDownAt: true } } },
    });
    if (!report) return "not-found";
    if (correction !== "" && report.article.takenDownAt !== null) return "withdrawn";
    const answered = { state: verdict, answer, answeredBy: by.name, answeredAt: now };
    const { count } = await tx.articleReport.updateMany({ where: { id, state: "open" }, data: answered });
    if (count === 0) return "answered";
    if (correction !== "") await correct(report.articleId, correction, now, tx);
    if (report.userId !== null) await enqueue({ name: "mail.report", data: { reportId: id }, key: String(id) }, tx);
    const subject = { kind: "article", id: String(report.articleId) };
    const before = { report: id, state: "open", correction: report.article.correction };
    const after = { report: id, state: verdict, correction: correction || report.article.correction };
    await recordAct({ actor: by, act: "report.answer", subject, before, after }, now, tx);
    return "done";
  });
}

async function correct(articleId: number, words: string, now: Date, tx: Tx): Promise<void> {
  await writeCorrection(articleId, words, now, tx);
  await enqueue({ name: "pages.invalidate", data: { articleIds: [articleId] } }, tx);
}
