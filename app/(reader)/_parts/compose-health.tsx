import { HealthPage } from "@/components/publisher/health-page";
import { readPublicHealth } from "@/lib/feeds/health-queries";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";

/** How a title is being read, the same for everyone; null for one that is not in the paper. */
export async function composeHealth({ slug }: { slug: string }, reader: Reader): Promise<PageView | null> {
  const health = await readPublicHealth(slug, reader.now);
  if (!health) return null;
  const title = `How we read ${health.name}`;
  return {
    title,
    head: (
      <>
        {pageHead(title, `/publisher/${slug}/health`)}
        <meta name="robots" content="noindex, follow" />
      </>
    ),
    page: <HealthPage health={health} viewer={reader.badge} now={reader.now} />,
    tags: [`publisher:${slug}`],
  };
}
