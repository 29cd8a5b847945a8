import { LockBadge } from "@/components/card/card-meta";
import { CardState } from "@/components/card/card-own";
import { directionOf, languageOf } from "@/components/card/text-language";
import { PublisherMark } from "@/components/publisher-mark/publisher-mark";
import { TimeStamp } from "@/components/time/time-stamp";
import type { TopPlaceView } from "@/lib/stories/types";
import { explainPlace, pointsWords } from "./explain-place";

type PlaceRowProps = { place: TopPlaceView; base: Date; now: Date };

/** One story of the list, and on request why it stands there. */
export function PlaceRow({ place, base, now }: PlaceRowProps) {
  const { rank, card, titleCount, slug } = place;
  return (
    <li value={rank} dir={directionOf(card)}>
      <h2 lang={languageOf(card)}>
        <a href={`/article/${card.slug}`}>{card.headline}</a>
      </h2>
      {card.standfirst !== "" && (
        <p className="standfirst" lang={languageOf(card)}>
          {card.standfirst}
        </p>
      )}
      <p className="meta">
        <PublisherMark publisher={card.publisher} />
        <TimeStamp at={card.publishedAt} now={now} />
        <a className="more-titles" href={`/story/${slug}`}>
          {titleCount === 1 ? "1\u00a0title" : `${titleCount}\u00a0titles`}
        </a>
        <LockBadge lock={card.lock} />
        {card.mine && <CardState mine={card.mine} />}
      </p>
      <Why place={place} base={base} />
    </li>
  );
}

function Why({ place, base }: { place: TopPlaceView; base: Date }) {
  const { lines, sumHundredths } = explainPlace(place.terms, base);
  return (
    <details className="why" dir="ltr">
      <summary>Why this place</summary>
      <table>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">{line.words}</th>
              <td>{pointsWords(line.hundredths)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Points in all</th>
            <td>{pointsWords(sumHundredths)}</td>
          </tr>
        </tfoot>
      </table>
    </details>
  );
}
