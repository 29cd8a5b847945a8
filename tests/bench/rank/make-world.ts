import type { Draw } from "./draw";

/** A subject that is written about again and again, with words of its own making. */
export type Subject = { index: number; section: string; words: string[]; names: string[] };
/** An event: a subject with names and words of its own. */
export type Happening = { subject: Subject; names: string[]; words: string[]; appeal: number; beganAtMs: number };
/** An article of the simulated world; `appeal` is how much it draws everyone, in nats. */
export type Piece = {
  id: string;
  title: string;
  section: string;
  publisher: string;
  publishedAtMs: number;
  appeal: number;
  subject: Subject;
  happening: Happening;
};

export const sectionNames = [
  "news",
  "sports",
  "finance",
  "lifestyle",
  "health",
  "travel",
  "foodanddrink",
  "entertainment",
  "weather",
  "autos",
  "video",
  "science",
];
const syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru spa tre sti plo vra".split(" ");
const smallWords = "the of in after as for with over on at to from by new says could why how what first".split(" ");

/** A word that no language has. */
export function inventWord(draw: Draw, parts: number): string {
  return Array.from({ length: parts }, () => draw.pick(syllables)).join("");
}

export const inventName = (draw: Draw): string => {
  const word = inventWord(draw, 2);
  return word.charAt(0).toUpperCase() + word.slice(1);
};

/** Subjects spread over the sections unevenly, as sections are. Some of the words belong to the whole section. */
export function makeSubjects(draw: Draw, count: number): Subject[] {
  const sectionWords = new Map(sectionNames.map((name) => [name, Array.from({ length: 24 }, () => inventWord(draw, 3))]));
  return Array.from({ length: count }, (_, index) => {
    const section = draw.weighted(sectionNames, (name) => 1 / (1 + sectionNames.indexOf(name)));
    const own = Array.from({ length: 8 }, () => inventWord(draw, 3));
    const shared = draw.sample(sectionWords.get(section) ?? [], 6);
    return { index, section, words: [...own, ...shared], names: Array.from({ length: 4 }, () => inventName(draw)) };
  });
}

/** A headline of a happening: some of its own names and words, some of its subject's, small words between. */
export function writeHeadline(draw: Draw, { subject, names, words }: Happening, generalWords: readonly string[]): string {
  const said = [
    ...draw.sample(names, 1),
    ...draw.sample(subject.names, draw.chance() < 0.7 ? 1 : 0),
    ...draw.sample(words, 1),
    ...draw.sample(subject.words, 2 + draw.whole(2)),
    ...draw.sample(generalWords, 1 + draw.whole(3)),
  ];
  const mixed = draw.sample(said, said.length).flatMap((word) => (draw.chance() < 0.4 ? [draw.pick(smallWords), word] : [word]));
  const title = mixed.join(" ");
  return title.charAt(0).toUpperCase() + title.slice(1);
}
