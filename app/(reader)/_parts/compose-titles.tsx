import { TitlesPage } from "@/components/titles/titles-page";
import { listTitleEntries } from "@/lib/feeds/queries";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";
import { withoutMutedTitles } from "./without-muted-titles";

const title = "Our titles";

/** The source directory for a visitor or a member. */
export async function composeTitles(_params: unknown, reader: Reader): Promise<PageView> {
  const page = <TitlesPage titles={await withoutMutedTitles(await listTitleEntries(), reader)} viewer={reader.badge} now={reader.now} />;
  return { title, head: pageHead(title, "/titles"), page, tags: ["titles"] };
}
