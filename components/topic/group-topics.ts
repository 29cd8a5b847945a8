import type { TopicEntry } from "@/lib/topics/types";

export type TopicGroup = { letter: string; topics: TopicEntry[] };

/** Topics by the first letter of their names without its marks, "#" for names that begin with none. Ties end in the slug. */
export function groupTopics(topics: readonly TopicEntry[]): TopicGroup[] {
  const sorted = topics.toSorted((a, b) => a.name.localeCompare(b.name, "en") || (a.slug < b.slug ? -1 : 1));
  const groups = Map.groupBy(sorted, ({ name }) => firstLetter(name));
  return [...groups].map(([letter, group]) => ({ letter, topics: group })).sort((a, b) => a.letter.localeCompare(b.letter, "en"));
}

function firstLetter(name: string): string {
  const letter = name.normalize("NFD").charAt(0).toUpperCase();
  return /^\p{L}$/u.test(letter) ? letter : "#";
}
