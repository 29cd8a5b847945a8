import type { ReactNode } from "react";
import { ArticleData } from "@/components/article/article-data";
import { ArticlePage } from "@/components/article/article-page";
import { ChangedNote } from "@/components/article/changed-note";
import { EmbargoNote } from "@/components/article/embargo-note";
import { WithdrawnPage } from "@/components/article/withdrawn-page";
import { readArticle } from "@/lib/articles/queries";
import type { ChangedSince } from "@/lib/articles/revision-types";
import type { ArticleView } from "@/lib/articles/types";
import type { Gift } from "@/lib/entitlements/types";
import { findOwnReading } from "@/lib/reading/read-queries";
import { publicUrl } from "@/lib/syndication/queries";
import { articleHead, articleTitle } from "./article-head";
import { loadAround } from "./load-around";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";

/** What a gift adds to its article's page. */
type Given = { gift: Gift; note: ReactNode };

/** An article for a visitor or a member; null when there is none. */
export async function composeArticle({ slug }: { slug: string }, reader: Reader, given: Given | null = null): Promise<PageView | null> {
  const view = await readArticle(slug, reader.viewer, reader.now, given?.gift);
  if (!view) return null;
  const tags = [`article:${view.card.id}`];
  if (view.text.kind === "withdrawn") return withdrawn(view.text.at, reader, tags);
  const [surroundings, reading] = await Promise.all([loadAround(view, reader), findOwnReading(view, reader.viewer, reader.now)]);
  const note = given?.note ?? noteOf(view, reading?.changed ?? null, reader.now);
  const page = (
    <>
      <ArticleData view={view} pageUrl={publicUrl(`/article/${slug}`)} />
      <ArticlePage view={view} surroundings={surroundings} viewer={reader.badge} now={reader.now} note={note} reading={reading} />
    </>
  );
  return { title: articleTitle(view), head: articleHead(view), page, tags };
}

/** What has to be said before the article: first that others do not see it yet, then that it is another than it was. */
function noteOf(view: ArticleView, changed: ChangedSince | null, now: Date): ReactNode {
  if (view.embargoUntil) return <EmbargoNote until={view.embargoUntil} />;
  return changed && <ChangedNote slug={view.card.slug} changed={changed} now={now} />;
}

/** Nothing of a withdrawn article is said, not even its headline. */
function withdrawn(at: string, { badge, now }: Reader, tags: string[]): PageView {
  const page = <WithdrawnPage at={at} viewer={badge} now={now} />;
  return { title: "Withdrawn", head: <meta name="robots" content="noindex" />, page, tags };
}
