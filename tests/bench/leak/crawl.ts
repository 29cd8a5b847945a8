import { sendRaw } from "../../support/raw-request";

const pagesMax = 160;
const pathsMax = 1_200;

/**
 * Follows the links of pages from the given paths, breadth first, and gathers every own address it meets: links,
 * pictures, scripts, styles, icons. At most 160 pages are opened.
 *
 * @returns paths with their query, sorted
 */
export async function crawl(origin: string, starts: readonly string[], headers: Record<string, string>): Promise<string[]> {
  const met = new Set(starts);
  const waiting = [...starts];
  for (let opened = 0; opened < pagesMax && waiting.length > 0; opened++) {
    const pathname = waiting.shift() ?? "/";
    const answer = await sendRaw(origin, { path: pathname, headers });
    for (const found of linksOf(answer.body.toString("utf8"), origin)) {
      if (met.has(found) || met.size >= pathsMax) continue;
      met.add(found);
      if (isPage(found)) waiting.push(found);
    }
  }
  return [...met].sort();
}

function linksOf(html: string, origin: string): string[] {
  const attributes = html.matchAll(/\s(?:href|src|action|content)="([^"]+)"/g);
  const sets = [...html.matchAll(/\s(?:srcset|srcSet|imagesrcset|imageSrcSet)="([^"]+)"/g)];
  const candidates = [...attributes].map((match) => match[1] ?? "");
  for (const set of sets) candidates.push(...(set[1] ?? "").split(",").map((part) => part.trim().split(" ")[0] ?? ""));
  return candidates.flatMap((candidate) => ownPath(candidate.replaceAll("&amp;", "&"), origin));
}

function ownPath(candidate: string, origin: string): string[] {
  if (!(candidate.startsWith("/") || candidate.startsWith(origin)) || candidate.startsWith("//")) return [];
  if (!URL.canParse(candidate, origin)) return [];
  const url = new URL(candidate, origin);
  // Form and sign-in addresses differ only in where they lead back to.
  return url.pathname.startsWith("/sign-") ? [url.pathname] : [url.pathname + url.search];
}

/** Whether an address is a page, or a feed of one, and not a file: it prints articles, and leads on. */
export function isPage(pathname: string): boolean {
  const bare = pathname.split("?")[0] ?? "";
  if (/\/feed\.(xml|atom|json)$/.test(bare)) return true;
  return !/^\/(_next|media|api)\//.test(bare) && !/\.[a-z0-9]{2,12}$/i.test(bare);
}
