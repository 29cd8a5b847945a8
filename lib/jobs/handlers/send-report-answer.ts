import { answerMail } from "@/lib/editorial/report-mail";
import { findAnswered } from "@/lib/editorial/report-store";
import { env } from "@/lib/platform/env";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";
import { sendOrThrow } from "./send-membership-mail";

/** Tells a reader what came of their report. */
export async function sendReportAnswer({ reportId }: Payload<"mail.report">, context: Pick<WorkerContext, "log">): Promise<void> {
  const report = await findAnswered(reportId);
  if (!report) return;
  const origin = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
  await sendOrThrow({ to: report.reader.email, ...answerMail({ ...report, origin }) }, "mail.report", context);
}
