import { LockBadge } from "@/components/card/card-meta";
import { directionOf, languageOf } from "@/components/card/text-language";
import { countryName } from "@/components/publisher/place-words";
import { PublisherMark } from "@/components/publisher-mark/publisher-mark";
import { TimeStamp } from "@/components/time/time-stamp";
import type { StoryVersion } from "@/lib/stories/types";
import type { VersionGroup } from "./group-versions";
import { additionWords } from "./story-words";
import { TellingLine } from "./telling-line";

type VersionRowProps = { group: VersionGroup; now: Date };

/** One title's telling: when, whose, under which headline, what it alone says, and who else carries the same text. */
export function VersionRow({ group, now }: VersionRowProps) {
  const { version, copies } = group;
  const { card } = version;
  return (
    <li className="version" dir={directionOf(card)}>
      <TimeStamp at={card.publishedAt} now={now} />
      <div>
        <h3 lang={languageOf(card)}>
          <a href={`/article/${card.slug}`}>{card.headline}</a>
        </h3>
        <VersionMeta version={version} />
        <Additions version={version} />
        {copies.length > 0 && <Copies copies={copies} now={now} />}
      </div>
    </li>
  );
}

function VersionMeta({ version }: { version: StoryVersion }) {
  const { card, country, isFirst } = version;
  return (
    <p className="meta">
      <PublisherMark publisher={card.publisher} />
      {`${countryName(country)} · ${card.readingMinutes}\u00a0min`}
      {isFirst && <b>First to report</b>}
      <LockBadge lock={card.lock} />
    </p>
  );
}

/** Sentences with no near match in the other titles, as far as everyone may read them. */
function Additions({ version }: { version: StoryVersion }) {
  const { card, novelty } = version;
  const [first] = novelty.publicSentences;
  const words = additionWords(novelty, card.lock);
  if (first === undefined && words === null) return null;
  return (
    <p className="version-adds">
      <span>Only here: </span>
      {first !== undefined && <q lang={languageOf(card)}>{first}</q>}
      {words !== null && ` ${words}`}
    </p>
  );
}

function Copies({ copies, now }: { copies: StoryVersion[]; now: Date }) {
  return (
    <details className="version-copies">
      <summary>{copies.length === 1 ? "The same text in one more title" : `The same text in ${copies.length} more titles`}</summary>
      <ul className="tellings">
        {copies.map((copy) => (
          <TellingLine key={copy.card.id} version={copy} hasCountry now={now} />
        ))}
      </ul>
    </details>
  );
}
