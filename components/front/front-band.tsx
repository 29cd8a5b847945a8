import { Picks } from "@/components/picks/picks";
import { TopStories } from "@/components/top-stories/top-stories";
import type { PickCard } from "@/lib/editorial/types";
import type { TopStory } from "@/lib/stories/types";

type FrontBandProps = { top: TopStory[]; picks: PickCard[]; now: Date };

/** Top stories beside Our Picks. */
export function FrontBand({ top, picks, now }: FrontBandProps) {
  return (
    <div className="band">
      <TopStories stories={top} now={now} />
      <Picks picks={picks} />
    </div>
  );
}
