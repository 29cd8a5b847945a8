import { ChangesPage } from "@/components/article/changes-page";
import { readChanges } from "@/lib/articles/revision-queries";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";

/** What became of an article since it was published, for a visitor or a member; null where there is no such article. */
export async function composeChanges({ slug }: { slug: string }, reader: Reader): Promise<PageView | null> {
  const view = await readChanges(slug, reader.viewer, reader.now);
  if (!view) return null;
  const title = `What changed: ${view.card.headline}`;
  return {
    title,
    head: (
      <>
        {pageHead(title, `/article/${slug}/changes`)}
        <meta name="robots" content="noindex, follow" />
      </>
    ),
    page: <ChangesPage view={view} viewer={reader.badge} now={reader.now} />,
    tags: [`article:${view.card.id}`],
  };
}
