import type { FrontBlock, FrontView } from "@/components/front/types";
import { findSection } from "@/lib/articles/sections";
import type { LanguageWish } from "@/lib/core/read-accept-language";
import { listFrontLists, listOurPicks } from "@/lib/editorial/queries";
import type { PickCard, PickListView } from "@/lib/editorial/types";
import { countTitles, listMarks } from "@/lib/feeds/queries";
import type { FrontOrder } from "@/lib/ranking/compose-front";
import type { FrontBlockId } from "@/lib/ranking/front-blocks";
import { readOwnFront } from "@/lib/ranking/own-front-queries";
import { readFront } from "@/lib/ranking/queries";
import { readEdition } from "./read-edition";
import type { Reader } from "./reader";

const picksShown = 5;

/**
 * The front page of the world edition, which is read in English: everyone's, or the reader's own.
 *
 * @param isPreview the desk looks at it as this reader would: nothing is written down
 */
export async function loadFront({ viewer, now }: Reader, hints: LanguageWish, isPreview = false): Promise<FrontView> {
  const editionOf = () => readEdition(viewer, hints);
  const ordering = viewer.kind === "account" ? readOwnFront(viewer, hints, now, isPreview) : readStanding(viewer, now);
  const [{ order, isPersonal, isNew, isFollowing, moreUrl }, picks, lists, counts, marks] = await Promise.all([
    ordering,
    listOurPicks(picksShown, viewer, now, editionOf),
    listFrontLists(viewer, now, editionOf),
    countTitles(),
    listMarks(),
  ]);
  return {
    editionName: "World edition",
    ...counts,
    lead: order.lead,
    seconds: order.seconds,
    river: isFollowing ? { name: "Following", url: "/following", cards: order.river } : { name: "Latest", url: null, cards: order.river },
    blocks: order.blocks.flatMap((block) => toBlock(block, { order, picks, lists, moreUrl })),
    marks,
    own: viewer.kind === "account" ? { isPersonal, isNew } : null,
  };
}

const readStanding = async (viewer: Reader["viewer"], now: Date) => ({
  order: await readFront(viewer, now),
  isPersonal: false,
  isNew: false,
  isFollowing: false,
  moreUrl: null,
});

type Around = { order: FrontOrder<FrontBlockId>; picks: PickCard[]; lists: PickListView[]; moreUrl: string | null };

function toBlock({ id, cards }: FrontOrder<FrontBlockId>["blocks"][number], { order, picks, lists, moreUrl }: Around): FrontBlock[] {
  switch (id) {
    case "top":
      return [{ kind: "top", top: order.top, picks }, ...lists.map((list): FrontBlock => ({ kind: "picks", list }))];
    case "for-you":
      return [{ kind: "own", id, cards, more: moreUrl === null ? null : { url: moreUrl, words: "More for you" }, ...ownWords[id] }];
    case "following":
      return [{ kind: "own", id, cards, more: { url: "/following", words: "All that you follow" }, ...ownWords[id] }];
    case "outside":
    case "changed":
      return [{ kind: "own", id, cards, more: null, ...ownWords[id] }];
    default: {
      const section = findSection(id);
      return section ? [{ kind: "section", section, cards }] : [];
    }
  }
}

const ownWords = {
  "for-you": { name: "For you", note: "" },
  following: { name: "Following", note: "" },
  outside: { name: "Outside your circle", note: "Beyond what you read and follow" },
  changed: { name: "Changed since you read", note: "Their titles have revised them" },
} as const;
