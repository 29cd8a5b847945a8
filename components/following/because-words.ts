import type { FollowTarget } from "@/lib/reading/follow-types";
import type { FollowKind } from "@/lib/reading/types";

/** How each kind says that it brought a card. */
const words: Record<FollowKind, (name: string) => string> = {
  publisher: (name) => `From ${name}`,
  author: (name) => `By ${name}`,
  topic: (name) => `About ${name}`,
  section: (name) => `In ${name}`,
  story: () => "A story you follow",
};

/** The nearest first: a story and a writer say more than a section. */
const order: readonly FollowKind[] = ["story", "author", "topic", "publisher", "section"];
const namedMax = 2;

/**
 * What brought a card, in a few words: "About Glaciers, from Daily Echo". The two that say most, in a standing order.
 *
 * @param shownBy name of the title whose article stands for the story; another that is followed then tells it as well
 * @returns empty where nothing did
 */
export function becauseWords(because: readonly FollowTarget[], shownBy: string): string {
  const ranked = [...because].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.name.localeCompare(b.name, "en"));
  const said = ranked.slice(0, namedMax).map(({ kind, name }, index) => {
    const part = kind === "publisher" && name !== shownBy ? `Also in ${name}` : words[kind](name);
    return index === 0 ? part : lowerFirst(part);
  });
  return said.join(", ");
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
