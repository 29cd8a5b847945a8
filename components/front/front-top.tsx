import { Card } from "@/components/card/card";
import type { FrontLayout } from "./choose-layout";
import { River } from "./river";
import type { FrontView } from "./types";

type FrontTopProps = { view: FrontView; layout: FrontLayout; now: Date };

/** The lead, the seconds and the river: what is read first, second and third. */
export function FrontTop({ view, layout, now }: FrontTopProps) {
  return (
    <div className={`front front-${layout.lead}`}>
      {view.lead && <Card card={view.lead} variant="lead" now={now} hasKicker />}
      {layout.secondCount > 0 && (
        <div className={`front-seconds of-${layout.secondCount}`}>
          {view.seconds.slice(0, layout.secondCount).map((card) => (
            <Card key={card.id} card={card} variant="second" now={now} hasKicker />
          ))}
        </div>
      )}
      <River river={{ ...view.river, cards: view.river.cards.slice(0, layout.riverCount) }} now={now} />
    </div>
  );
}
