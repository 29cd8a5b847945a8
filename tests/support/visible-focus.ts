import type { Page } from "@playwright/test";

/** What the keyboard cannot do on a page: what Tab never comes to, and what it comes to without showing it. */
export type FocusFaults = { unreached: string[]; unseen: string[] };

/** A list of hundreds of rows shows in its first ones how it does. */
const reachMax = 40;

/** Goes through a page by Tab alone. What is folded, hidden or switched off counts as not there; of radio buttons one of each group. */
export async function findFocusFaults(page: Page): Promise<FocusFaults> {
  const count = await page.evaluate((most) => {
    const selector = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
    const all = [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((each) => each.tabIndex >= 0 && !each.matches(":disabled") && !each.closest("[inert]"))
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .slice(0, most);
    for (const each of all) each.dataset.toReach = each instanceof HTMLInputElement && each.type === "radio" ? `radio ${each.name}` : "yes";
    document.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof HTMLElement) || !target.dataset.toReach) return;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target);
      const isSeen = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
      target.dataset.reached = isSeen ? "seen" : "unseen";
    });
    // From the top, wherever the page or whoever was here before had put the focus.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    // Tab stops at each part of a date.
    const parts = all.filter((each) => each instanceof HTMLInputElement && /^(date|time)/.test(each.type)).length * 8;
    return all.length + parts;
  }, reachMax);
  for (let press = 0; press < count + 5; press += 1) await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("[data-to-reach]")];
    const groups = new Set(all.filter((each) => each.dataset.reached).map((each) => each.dataset.toReach));
    const isReached = (each: HTMLElement): boolean =>
      Boolean(each.dataset.reached) || (each.dataset.toReach !== "yes" && groups.has(each.dataset.toReach));
    const nameOf = (each: HTMLElement): string =>
      `${each.tagName} ${(each.textContent || each.getAttribute("name") || "").trim().slice(0, 60)}`;
    return {
      unreached: all.filter((each) => !isReached(each)).map(nameOf),
      unseen: all.filter((each) => each.dataset.reached === "unseen").map(nameOf),
    };
  });
}
