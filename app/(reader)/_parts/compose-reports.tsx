import { ReportPage } from "@/components/report/report-page";
import { ReportsPage } from "@/components/report/reports-page";
import { readArticle } from "@/lib/articles/queries";
import { readMyReports } from "@/lib/editorial/report-queries";
import { reportsPerDay } from "@/lib/editorial/report-types";
import type { OwnReader } from "./own-route";
import type { PageView } from "./page-view";

const head = <meta name="robots" content="noindex" />;

const refusals: Record<string, string> = {
  invalid: "Choose what is wrong, and say in a sentence of at least ten characters what it should be.",
  "not-found": "That article is not in the paper any more.",
  "too-many": `You have sent ${reportsPerDay} reports within a day, which is as many as we can take from one reader. Thank you; please go on tomorrow.`,
};

/** The form that says what is wrong with an article; null where there is none to see. */
export async function composeReport({ slug }: { slug: string }, reader: OwnReader, query: URLSearchParams): Promise<PageView | null> {
  const view = await readArticle(slug, reader.viewer, reader.now);
  if (!view || view.text.kind === "withdrawn") return null;
  const { headline, language, direction } = view.card;
  const article = { slug, headline, language, direction, publisherName: view.publisher.name };
  const refusal = refusals[query.get("refused") ?? ""] ?? null;
  return {
    title: "Report a mistake",
    head,
    page: <ReportPage article={article} refusal={refusal} viewer={reader.badge} now={reader.now} />,
    tags: [],
  };
}

/** All that a reader has reported, and what came of it. */
export async function composeReports(_params: unknown, reader: OwnReader, query: URLSearchParams): Promise<PageView> {
  const reports = await readMyReports();
  const isSent = query.get("sent") === "1";
  return {
    title: "Your reports",
    head,
    page: <ReportsPage reports={reports} isSent={isSent} viewer={reader.badge} now={reader.now} />,
    tags: [],
  };
}
