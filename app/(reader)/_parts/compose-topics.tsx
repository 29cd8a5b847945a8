import { TopicsPage } from "@/components/topic/topics-page";
import { readDirectory } from "@/lib/topics/queries";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";

const title = "Topics";

/** What the titles of the edition write about, for a visitor or a member. */
export async function composeTopics(_params: unknown, reader: Reader): Promise<PageView> {
  const page = <TopicsPage topics={await readDirectory(reader.viewer, reader.now)} viewer={reader.badge} now={reader.now} />;
  return { title, head: pageHead(title, "/topics"), page, tags: ["topics"] };
}
