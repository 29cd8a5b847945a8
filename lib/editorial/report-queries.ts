import "server-only";
import { requireAccount, requireEditor } from "@/lib/accounts/guards";
import { listOwnReports, listReports, listReportsOn } from "./report-store";
import type { DeskReport, OwnReport, ReportPage } from "./report-types";

/** Reports of readers that wait or were answered; none for whoever is no editor. */
export async function readReports(state: "open" | "answered", cursor: string | null): Promise<ReportPage> {
  return (await requireEditor()) ? listReports(state, cursor) : { reports: [], nextCursor: null };
}

/** What readers said of one article; nothing for whoever is no editor. */
export async function readReportsOn(articleId: number): Promise<DeskReport[]> {
  return (await requireEditor()) ? listReportsOn(articleId) : [];
}

/** What whoever asks has reported, and what came of it. */
export async function readMyReports(): Promise<OwnReport[]> {
  const viewer = await requireAccount();
  return viewer ? listOwnReports(viewer.userId) : [];
}
