import type { PickListView } from "@/lib/editorial/types";
import { Pick } from "./pick";

/** A list of the desk's own on the front page, side by side. */
export function PickList({ list: { slug, name, description, picks } }: { list: PickListView }) {
  if (picks.length === 0) return null;
  return (
    <section className="picks pick-list" aria-labelledby={`list-${slug}`}>
      <h2 className="label" id={`list-${slug}`}>
        <a href={`/picks/${slug}`}>{name}</a>
        {description !== "" && <span>{description}</span>}
      </h2>
      <ul>
        {picks.map((pick) => (
          <Pick key={pick.card.id} pick={pick} />
        ))}
      </ul>
    </section>
  );
}
