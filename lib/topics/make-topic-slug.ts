import { transliterate } from "@/lib/articles/transliterate";
import { hash32 } from "@/lib/core/hash";

const slugCharactersMax = 70;
const hashCharacters = 10;

/**
 * Addresses for a topic, best first: its name in ASCII, then with its language, then with a hash; a name whose script has no
 * simple spelling has the hash alone. At most 84 characters.
 *
 * @param key as `foldName` folds it
 */
export function makeTopicSlugs(name: string, key: string, language: string): [string, string, string] {
  const hash = hash32(`${language} ${key}`).slice(0, hashCharacters);
  const words = transliterate(name).slice(0, slugCharactersMax).replace(/-+$/, "");
  if (words.length < 2) return [`topic-${hash}`, `topic-${hash}-${language}`, `topic-${hash32(`${language} ${key}`)}`];
  return [words, `${words}-${language}`, `${words}-${hash}`];
}
