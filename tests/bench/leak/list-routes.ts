import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const Manifest = z.record(z.string(), z.string());

/** Every route of the build as `/article/[slug]`, pages and handlers, route groups taken out. */
export async function listRoutes(distDir: string): Promise<string[]> {
  const text = await readFile(path.join(distDir, "server", "app-paths-manifest.json"), "utf8");
  const files = Object.keys(Manifest.parse(JSON.parse(text)));
  const routes = files.map((file) => file.replace(/\/(page|route)$/, "").replace(/\/\([^/]+\)/g, "") || "/");
  return [...new Set(routes)].sort();
}

/** The route that answers a path, or null; a fixed part wins over a parameter. */
export function matchRoute(routes: readonly string[], pathname: string): string | null {
  const fitting = routes.filter((route) => patternOf(route).test(pathname));
  return fitting.sort((a, b) => a.split("[").length - b.split("[").length)[0] ?? null;
}

function patternOf(route: string): RegExp {
  const parts = route.split("/").map((part) => {
    if (part.startsWith("[...") || part.startsWith("[[...")) return ".+";
    return part.startsWith("[") ? "[^/]+" : part.replace(/[.*+?^${}()|\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("/")}$`);
}

/** A path for each route that no link led to: parameters take a value from a path already known, else a plain word. */
export function fillRoutes(routes: readonly string[], known: readonly string[]): string[] {
  const missing = routes.filter((route) => !known.some((pathname) => matchRoute([route], pathname)));
  const sample = (prefix: string) =>
    known
      .find((pathname) => pathname.startsWith(prefix))
      ?.slice(prefix.length)
      .split("/")[0];
  return missing.map((route) =>
    route.replace(/\[(?:\[)?(?:\.\.\.)?(\w+)\]?\]/g, (_all, _name, offset: number) => {
      const prefix = route.slice(0, offset).replace(/^\/member/, "");
      return sample(prefix) ?? "world";
    }),
  );
}
