import type { Canary } from "./canary";
import { isPage } from "./crawl";
import { fillRoutes, matchRoute } from "./list-routes";
import type { Target } from "./sweep";
import { allVariants, fewVariants, plain, segmentsOf } from "./variants";

/** Pages of each kind, besides the articles, that are asked for in every variant. */
const thoroughEach = 1;
/** Pictures, scripts and styles asked for: they come from few handlers, and each new picture is work for the worker. */
const filesMax = 60;

export type Targets = { thorough: Target[]; quick: Target[]; routesMet: number };

/**
 * What to ask for: articles with a canary and two pages of each other kind in every variant, all others that links lead
 * to in the plain ones, files as they are, and each route of the build that no link led to.
 */
export function chooseTargets(routes: readonly string[], crawled: readonly string[], canaries: readonly Canary[]): Targets {
  const articles = canaries.map(({ slug }) => `/article/${slug}`);
  const bare = (path: string) => path.split("?")[0] ?? "";
  const known = [...new Set([...crawled.map(bare), ...articles])];
  const filled = fillRoutes(routes, [...known, ...known.map(memberPath)]);
  const leading = new Set([...articles, ...filled, ...samples(routes, known)]);
  const others = crawled.filter((path) => !leading.has(path) && isPage(path));
  const files = spread(
    crawled.filter((path) => !isPage(path)),
    filesMax,
  );
  const full = (path: string): Target => ({ path, variants: [...allVariants, ...segmentsOf(matchRoute(routes, path) ?? "/")] });
  return {
    thorough: [
      ...[...leading].map(full),
      ...others.map((path) => ({ path, variants: fewVariants })),
      ...files.map((path) => ({ path, variants: [plain] })),
    ],
    quick: articles.map((path) => ({ path, variants: fewVariants })),
    routesMet: routes.filter((route) => [...known, ...known.map(memberPath), ...filled].some((path) => matchRoute([route], path))).length,
  };
}

const memberPath = (path: string): string => (path === "/" ? "/member" : `/member${path}`);

/** At most `count` of the values, evenly from the whole list. */
function spread<T>(values: readonly T[], count: number): T[] {
  const step = Math.max(1, values.length / count);
  return values.filter((_value, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function samples(routes: readonly string[], known: readonly string[]): string[] {
  const byRoute = Map.groupBy(known.filter(isPage), (path) => matchRoute(routes, path) ?? path);
  return [...byRoute.values()].flatMap((paths) => paths.slice(0, thoroughEach));
}
