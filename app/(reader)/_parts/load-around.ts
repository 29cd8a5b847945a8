import type { ArticleSurroundings } from "@/components/article/types";
import { listOurPicks } from "@/lib/editorial/queries";
import { countTitles, listMarks } from "@/lib/feeds/queries";
import { listRelated, listTop } from "@/lib/stories/queries";
import type { Reader } from "./reader";

const relatedShown = 4;
const topShown = 6;
const picksShown = 3;

/** What stands after an article. */
export async function loadAround(articleId: number, { viewer, now }: Reader): Promise<ArticleSurroundings> {
  const [related, top, picks, counts, marks] = await Promise.all([
    listRelated(articleId, relatedShown, viewer, now),
    listTop(topShown, viewer, now),
    listOurPicks(picksShown, viewer, now),
    countTitles(),
    listMarks(),
  ]);
  return { related, top, picks, titleCount: counts.titleCount, marks };
}
