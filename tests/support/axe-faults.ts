import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const wordsMax = 400;

/** What axe finds serious or critical on a page, with where it is. The preview is left out: it is a page of the readers' own. */
export async function findAxeFaults(page: Page): Promise<string[]> {
  // What is well needs no list of every place where it is.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .exclude(".preview-page")
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`.slice(0, wordsMax));
}
