import type { ArticleSurroundings } from "@/components/article/types";
import { listReadTitles } from "@/lib/articles/queries";
import type { ArticleView } from "@/lib/articles/types";
import { listOurPicks } from "@/lib/editorial/queries";
import type { Viewer } from "@/lib/entitlements/types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import { countTitles, listMarks } from "@/lib/feeds/queries";
import { listRelated, listTop } from "@/lib/stories/queries";
import { listArticleTopics } from "@/lib/topics/queries";
import type { Reader } from "./reader";

const relatedShown = 4;
const topShown = 6;
const picksShown = 3;

/** What stands after an article. */
export async function loadAround({ card, text }: ArticleView, { viewer, now }: Reader): Promise<ArticleSurroundings> {
  const [related, topics, top, picks, counts, marks] = await Promise.all([
    listRelated(card.id, relatedShown, viewer, now),
    listArticleTopics(card.id),
    listTop(topShown, viewer, now),
    listOurPicks(picksShown, viewer, now),
    countTitles(),
    text.kind === "walled" ? listMarksFor(viewer) : listMarks(),
  ]);
  return { related, topics, top, picks, titleCount: counts.titleCount, marks };
}

/** On a wall the titles that this reader has read come first. */
async function listMarksFor(viewer: Viewer): Promise<PublisherMark[]> {
  const [read, marks] = await Promise.all([listReadTitles(viewer), listMarks()]);
  const known = new Set(read.map((mark) => mark.slug));
  return [...read, ...marks.filter((mark) => !known.has(mark.slug))].slice(0, marks.length);
}
