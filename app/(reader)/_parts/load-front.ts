import type { FrontView } from "@/components/front/types";
import { findSection } from "@/lib/articles/sections";
import { listOurPicks } from "@/lib/editorial/queries";
import { countTitles, listMarks } from "@/lib/feeds/queries";
import { readFront } from "@/lib/ranking/queries";
import type { Reader } from "./reader";

const picksShown = 5;

/** The front page of the world edition, which is read in English. */
export async function loadFront({ viewer, now }: Reader): Promise<FrontView> {
  const [order, picks, counts, marks] = await Promise.all([
    readFront(viewer, now),
    listOurPicks(picksShown, viewer, now),
    countTitles(),
    listMarks(),
  ]);
  const sections = order.sections.flatMap(({ section, cards }) => {
    const known = findSection(section);
    return known ? [{ section: known, cards }] : [];
  });
  return { ...order, sections, picks, marks, ...counts, editionName: "World edition" };
}
