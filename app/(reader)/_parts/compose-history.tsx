import { HistoryPage } from "@/components/history/history-page";
import { readHistory } from "@/lib/reading/history-queries";
import type { OwnReader } from "./own-route";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";

const title = "History";

/** What a reader has read, by day. */
export async function composeHistory(_params: unknown, { viewer, badge, now }: OwnReader, query: URLSearchParams): Promise<PageView> {
  const cursor = query.get("before");
  const history = await readHistory(viewer, cursor, now);
  const view = { ...history, isFirst: cursor === null, asksToClear: query.get("clear") === "ask" };
  return { title, head: pageHead(title, "/history"), page: <HistoryPage view={view} viewer={badge} now={now} />, tags: [] };
}
