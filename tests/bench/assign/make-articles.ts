import type { EngineArticle } from "@/lib/stories/engine/types";
import { seededRandom } from "@/tests/support/seeded-random";

const vocabularySize = 60_000;
const syllables = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu bra cle dri flo gru pla ste tri".split(" ");
/** Events that are being told at one time; each article tells one of them. */
const openEvents = 60;

type Random = () => number;
type Event = { words: string[]; left: number };

/**
 * A stream of made-up English articles without end: words as often as Zipf's law says, events of three to eight titles
 * with 25 words of their own, headlines of eight words, texts of 110 to 250.
 *
 * @param everyMs time between two articles
 */
export function* makeArticles({ seed, everyMs }: { seed: number; everyMs: number }): Generator<EngineArticle, never> {
  const random = seededRandom(seed);
  const events = Array.from({ length: openEvents }, () => makeEvent(random));
  for (let id = 1; ; id += 1) {
    const at = Math.floor(random() * events.length);
    const event = events[at] ?? makeEvent(random);
    event.left -= 1;
    if (event.left === 0) events[at] = makeEvent(random);
    yield {
      id,
      publishedAtMs: id * everyMs,
      language: "en",
      publisher: `publisher ${Math.floor(random() * 500)}`,
      headline: writeWords(8, 0.5, event, random).join(" "),
      standfirst: "",
      text: writeText(110 + Math.floor(random() * 140), event, random),
    };
  }
}

function makeEvent(random: Random): Event {
  return { words: Array.from({ length: 25 }, () => rareWord(random)), left: 3 + Math.floor(random() * 6) };
}

function writeText(count: number, event: Event, random: Random): string {
  const words = writeWords(count, 0.3, event, random);
  return words.map((word, index) => (index % 14 === 13 ? `${word}.` : word)).join(" ");
}

function writeWords(count: number, ownShare: number, event: Event, random: Random): string[] {
  return Array.from({ length: count }, () =>
    random() < ownShare ? (event.words[Math.floor(random() * event.words.length)] ?? "") : commonWord(random),
  );
}

/** Rank r comes with a likelihood of about 1 / r. */
const commonWord = (random: Random): string => spell(Math.floor(vocabularySize ** random()));
const rareWord = (random: Random): string => spell(2_000 + Math.floor(random() * (vocabularySize - 2_000)));

/** A word for each rank: its digits in base 28 as syllables, so that no two are alike. */
function spell(rank: number): string {
  let word = "";
  for (let left = rank + syllables.length; left > 0; left = Math.floor(left / syllables.length)) {
    word += syllables[left % syllables.length] ?? "";
  }
  return word;
}
