import { LockBadge } from "@/components/card/card-meta";
import { directionOf, languageOf } from "@/components/card/text-language";
import { countryName } from "@/components/publisher/place-words";
import { TimeStamp } from "@/components/time/time-stamp";
import type { StoryVersion } from "@/lib/stories/types";

type TellingLineProps = {
  version: StoryVersion;
  /** What else is to be said of it: whose text it is. */
  words?: string;
  /** Leave out where the list is of one country. */
  hasCountry?: boolean;
  now: Date;
};

/** One title's telling in a line, for lists that may hold two hundred: few elements each. */
export function TellingLine({ version, words = "", hasCountry = false, now }: TellingLineProps) {
  const { card, country, isFirst } = version;
  const place = hasCountry ? ` · ${countryName(country)}` : "";
  return (
    <li dir={directionOf(card)}>
      <a href={`/article/${card.slug}`} lang={languageOf(card)}>
        {card.headline}
      </a>
      <p className="meta">
        {`${card.publisher.name}${place}${isFirst ? " · First to report" : ""}${words} · `}
        <TimeStamp at={card.publishedAt} now={now} />
        {card.lock !== "open" && <LockBadge lock={card.lock} />}
      </p>
    </li>
  );
}
