import { SavedPage } from "@/components/saved/saved-page";
import { readSaved } from "@/lib/reading/saved-queries";
import type { OwnReader } from "./own-route";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";

const title = "Saved";

/** What a reader saved for later. */
export async function composeSaved(_params: unknown, { viewer, badge, now }: OwnReader, query: URLSearchParams): Promise<PageView> {
  const cursor = query.get("before");
  const page = await readSaved(viewer, cursor, now);
  return {
    title,
    head: pageHead(title, "/saved"),
    page: <SavedPage page={page} isFirst={cursor === null} viewer={badge} now={now} />,
    tags: [],
  };
}
