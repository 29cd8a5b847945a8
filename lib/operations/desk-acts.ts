/**
 * The things whose acts are the desk's own, which everyone at the desk may look up. Whatever is not named here, members,
 * money, titles' contracts and the machinery, is for those who run the paper.
 */
export const deskThings = ["article", "list", "board", "pick", "report", "section", "story", "topic"] as const;

/** Whether an act, "article.withdraw", is one of the desk's. */
export function isDeskAct(act: string): boolean {
  return deskThings.some((thing) => act.startsWith(`${thing}.`));
}
