import { TitlesPage } from "@/components/titles/titles-page";
import { listTitleEntries } from "@/lib/feeds/queries";
import { pageHead } from "./page-head";
import { tagPage } from "./page-tags";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";

const title = "Our titles";

/** The source directory for a visitor or a member. */
export async function composeTitles(_params: unknown, reader: Reader): Promise<PageView> {
  if (reader.viewer.kind === "visitor") await tagPage(["titles"]);
  const page = <TitlesPage titles={await listTitleEntries()} viewer={reader.badge} now={reader.now} />;
  return { title, head: pageHead(title, "/titles"), page };
}
