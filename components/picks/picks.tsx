import type { PickCard } from "@/lib/editorial/types";

import { Pick } from "./pick";

type PicksProps = { picks: PickCard[] };

/** The editors' column: why first, then what. */
export function Picks({ picks }: PicksProps) {
  if (picks.length === 0) return null;
  return (
    <section className="picks" id="picks" aria-labelledby="picks-name">
      <h2 className="label" id="picks-name">
        Our Picks
      </h2>
      <ul>
        {picks.map((pick) => (
          <Pick key={pick.card.id} pick={pick} />
        ))}
      </ul>
      <p className="picks-more">
        <a href="/picks/our-picks">All that we picked</a>
      </p>
    </section>
  );
}
