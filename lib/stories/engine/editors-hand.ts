/** What editors have said of a language's stories; the engine follows it, whatever the texts say. */
export function openEditorsHand() {
  const heldIn = new Map<number, number>();
  const apart = new Set<string>();
  return {
    hold: (articleId: number, storyKey: number): void => {
      heldIn.set(articleId, storyKey);
    },
    keepApart: (a: number, b: number): void => {
      apart.add(pair(a, b));
    },
    /** The story that an editor put this article into, or null. */
    keyFor: (articleId: number): number | null => heldIn.get(articleId) ?? null,
    isApart: (a: number, b: number): boolean => apart.has(pair(a, b)),
    /** Whether an editor has put an article into this story. */
    isHeld: (key: number): boolean => [...heldIn.values()].includes(key),
  };
}

const pair = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
