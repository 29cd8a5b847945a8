import { type BrowserContext, expect, type Page } from "@playwright/test";
import { findAxeFaults } from "../support/axe-faults";
import { test } from "../support/browser-test";
import { enterAs } from "../support/new-person";
import { makeStaff } from "../support/staff-account";
import { findFocusFaults } from "../support/visible-focus";
import { type Access, accessTable } from "./access-table";

// A page in one of them, the next in the other: both of all pages take minutes, and the pages are made of the same parts.
const looks = [
  { width: 1280, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
] as const;

/** Every page of this kind of the staff that asks for nothing. */
const pagesOf = (access: Access): string[] =>
  Object.entries(accessTable).flatMap(([route, { get }]) => (get === access && !route.includes("[") && !isFile(route) ? [route] : []));

/** What is answered with a file is no page. */
const isFile = (route: string): boolean => /[.](csv|json|xml|opml)$|\/(csv|opml|export|download)$/.test(route);

const shapeOf = (route: string): RegExp => new RegExp(`^${route.replace(/\[\w+\]/g, "[^/?#]+")}([?#].*)?$`);

/** The route that a path is of; one without a parameter before one that has any. */
const routeOf = (path: string): string =>
  Object.keys(accessTable)
    .toSorted((a, b) => Number(a.includes("[")) - Number(b.includes("[")))
    .find((route) => shapeOf(route).test(path)) ?? path;

/** Of the links of a page one for each kind of page below it that has an address of its own. */
async function findPagesBelow(page: Page, path: string): Promise<string[]> {
  const hrefs = await page.locator("main a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const routes = Object.entries(accessTable).flatMap(([route, { get }]) => (get !== "none" && route.includes("[") ? [route] : []));
  const below = routes.filter((route) => /^\/(desk|admin|partner)\//.test(route) && !isFile(route));
  const found = below.map((route) => hrefs.find((href) => routeOf(href) === route && href !== path));
  return found.filter((href) => href !== undefined);
}

async function expectAccessible(page: Page, path: string, { width, colorScheme }: (typeof looks)[number]): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  expect.soft(await findAxeFaults(page), `${path}, ${width} px, ${colorScheme}`).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect.soft(await findFocusFaults(page), `${path} by keyboard`).toEqual({ unreached: [], unseen: [] });
}

/** Looks at these pages and at one of each kind below them, two at a time. */
async function lookAtAll(context: BrowserContext, paths: readonly string[]): Promise<void> {
  const seen = new Set<string>();
  const toSee = [...paths];
  const look = async (): Promise<void> => {
    const page = await context.newPage();
    for (let path = toSee.shift(); path !== undefined; path = toSee.shift()) {
      if (seen.has(routeOf(path))) continue;
      seen.add(routeOf(path));
      const answer = await page.goto(path);
      expect.soft(answer?.status(), path).toBe(200);
      toSee.push(...(await findPagesBelow(page, path)));
      await expectAccessible(page, path, seen.size % 2 === 0 ? looks[0] : looks[1]);
    }
    await page.close();
  };
  await Promise.all([look(), look()]);
}

for (const { role, kinds } of [
  { role: "admin", kinds: ["editor", "admin"] },
  { role: "publisher", kinds: ["publisher"] },
] as const) {
  test(`axe finds nothing serious on the pages of an ${role}, and Tab comes everywhere and shows where it is`, async ({
    context,
    stack,
  }) => {
    test.setTimeout(600_000);
    await enterAs(context, stack.baseUrl, await makeStaff(stack, role));
    const paths = kinds.flatMap((kind) => pagesOf(kind));
    expect(paths.length).toBeGreaterThan(0);
    await lookAtAll(context, paths);
  });
}
