import type { PageView } from "@/app/(reader)/_parts/page-view";
import { DeskReportsPage } from "@/components/desk/reports/desk-reports-page";
import type { Staff } from "@/lib/accounts/guards";
import { readReports } from "@/lib/editorial/report-queries";

/** What readers say is wrong: what waits, the oldest first, or what was answered. */
export async function composeDeskReports(_params: unknown, { actor }: Staff, query: URLSearchParams): Promise<PageView> {
  const state = query.get("state") === "answered" ? "answered" : "open";
  const page = await readReports(state, query.get("after"));
  const staff = { name: actor.name, role: actor.role === "admin" ? ("admin" as const) : ("editor" as const) };
  return {
    title: "Reports: the desk",
    head: <meta name="robots" content="noindex" />,
    page: <DeskReportsPage page={page} state={state} isFirst={!query.has("after")} staff={staff} />,
    tags: [],
  };
}
