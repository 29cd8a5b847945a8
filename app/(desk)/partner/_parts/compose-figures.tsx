import type { PageView } from "@/app/(reader)/_parts/page-view";
import { ArticleReportPage } from "@/components/desk/partner/article-report-page";
import { ArticlesPage } from "@/components/desk/partner/articles-page";
import { OverviewPage } from "@/components/desk/partner/overview-page";
import { lastDays } from "@/lib/partners/day-span";
import { readTitleArticle, readTitleArticles, readTitleOverview, type TitleStaff } from "@/lib/partners/queries";
import { sortColumns, spans } from "@/lib/partners/types";
import { partnerView, staffOf } from "./partner-view";

/** A title's own front page: its last 28 days. */
export async function composeOverview(_params: unknown, staff: TitleStaff): Promise<PageView> {
  const overview = await readTitleOverview(staff, new Date());
  return partnerView(overview.title.name, <OverviewPage staff={staffOf(staff)} overview={overview} />);
}

/** A title's articles in the order and of the days that the address asks for; what it cannot mean is left out. */
export async function composeArticles(_params: unknown, staff: TitleStaff, query: URLSearchParams): Promise<PageView> {
  const chosen = {
    days: spans.find((span) => String(span) === query.get("days")) ?? 28,
    sort: sortColumns.find((column) => column === query.get("sort")) ?? "reads",
  };
  const found = await readTitleArticles(staff, chosen, new Date());
  return partnerView("Articles", <ArticlesPage staff={staffOf(staff)} {...found} chosen={chosen} />);
}

/** One of a title's articles; null for any other's. */
export async function composeArticleReport({ slug }: { slug: string }, staff: TitleStaff): Promise<PageView | null> {
  const now = new Date();
  const report = await readTitleArticle(staff, slug, now);
  return report && partnerView(report.article.headline, <ArticleReportPage staff={staffOf(staff)} {...report} span={lastDays(now, 28)} />);
}
