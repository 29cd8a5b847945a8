import type { ArticleSurroundings } from "@/components/article/types";
import { listReadTitles } from "@/lib/articles/queries";
import type { ArticleCard, ArticleView } from "@/lib/articles/types";
import { listOurPicks } from "@/lib/editorial/queries";
import type { Viewer } from "@/lib/entitlements/types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import { countTitles, listMarks } from "@/lib/feeds/queries";
import { findMarks, withMark } from "@/lib/reading/mark-queries";
import { listRelated, listTop } from "@/lib/stories/queries";
import { listArticleTopics } from "@/lib/topics/queries";
import type { Reader } from "./reader";
import { withoutMutedTitles } from "./without-muted-titles";

const relatedShown = 4;
const topShown = 6;
const picksShown = 3;

/** What stands after an article. */
export async function loadAround({ card, text }: ArticleView, reader: Reader): Promise<ArticleSurroundings> {
  const { viewer, now } = reader;
  const [related, topics, top, picks, counts, marks] = await Promise.all([
    listRelated(card.id, relatedShown, viewer, now),
    listArticleTopics(card.id, viewer, now),
    listTop(topShown, viewer, now),
    listOurPicks(picksShown, viewer, now),
    countTitles(),
    text.kind === "walled" ? listMarksFor(viewer) : listMarks(),
  ]);
  const own = await findMarks(viewer, [...related, ...top.map(cardOf), ...picks.map(cardOf)]);
  return {
    related: related.map((each) => withMark(each, own)),
    topics,
    top: top.map((each) => ({ ...each, card: withMark(each.card, own) })),
    picks: picks.map((each) => ({ ...each, card: withMark(each.card, own) })),
    titleCount: counts.titleCount,
    marks: await withoutMutedTitles(marks, reader),
  };
}

const cardOf = ({ card }: { card: ArticleCard }) => card;

/** On a wall the titles that this reader has read come first. */
async function listMarksFor(viewer: Viewer): Promise<PublisherMark[]> {
  const [read, marks] = await Promise.all([listReadTitles(viewer), listMarks()]);
  const known = new Set(read.map((mark) => mark.slug));
  return [...read, ...marks.filter((mark) => !known.has(mark.slug))].slice(0, marks.length);
}
