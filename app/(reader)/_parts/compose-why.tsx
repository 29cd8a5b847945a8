import { WhyPage } from "@/components/why/why-page";
import { readWhy } from "@/lib/ranking/why-queries";
import type { OwnReader } from "./own-route";
import type { PageView } from "./page-view";

/** Why a card stands where it does for whoever asks; null for an article that is not there. */
export async function composeWhy(
  { slug }: { slug: string },
  { viewer, badge, now }: OwnReader,
  query: URLSearchParams,
): Promise<PageView | null> {
  const order = query.get("order") ?? "";
  const view = await readWhy(slug, /^\d{1,9}$/.test(order) ? Number(order) : null, viewer, now);
  if (!view) return null;
  const path = `/why/${slug}${view.reasons ? `?order=${order}` : ""}`;
  const taste = readTaste(query.get("taste"));
  const page = (
    <WhyPage view={view} path={path} done={{ taste, isUndone: readTaste(query.get("undone")) !== null }} viewer={badge} now={now} />
  );
  return { title: "Why this story", head: <meta name="robots" content="noindex" />, page, tags: [] };
}

const readTaste = (given: string | null): "more" | "less" | null => (given === "more" || given === "less" ? given : null);
