import { unstable_cache } from "next/cache";

/** The longest a kept page may go without a look at the store, in seconds; each page file must repeat it as a literal. */
const keptForSec = 600;

/**
 * Ties the page being rendered to tags, so that `/api/internal/invalidate` can drop it when what it shows changes.
 *
 * Next has no call for "tag this page": tags travel on cached reads. The page itself is what is kept here, so the
 * read is empty and only carries the tags; caching the data as well would keep everything twice.
 */
export async function tagPage(tags: readonly string[]): Promise<void> {
  await unstable_cache(async () => null, ["page-tags", ...tags], { tags: [...tags], revalidate: keptForSec })();
}
