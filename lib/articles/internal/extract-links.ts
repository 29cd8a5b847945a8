import { isTaken } from "./extract-chosen";
import { ancestors, attr, findAll, linkedLength, type PageElement, textOf } from "./extract-tree";

/** Characters of an element that stand in links which count against it. */
export type Linked = (element: PageElement) => number;

/**
 * How many characters of an element stand in links that count against it, a link around it included: all of them where
 * Readability did not choose it, else those that lead to the site's own pages.
 *
 * @param site host of the page, lower case
 */
export function linkedAgainst(element: PageElement, chosen: ReadonlySet<PageElement>, site: string): number {
  const around = [...ancestors(element)].find((each) => each.name === "a" && attr(each, "href") !== "");
  if (!around) return isTaken(element, chosen) ? linkedInward(element, site) : linkedLength(element);
  return isTaken(element, chosen) && leadsAway(attr(around, "href"), site) ? 0 : textOf(element).length;
}

/**
 * How many characters of a node's words stand in links to the site's own pages or to where things are shared. Links
 * to other sites are an article's sources; those to its own are what else there is to read.
 *
 * @param site host of the page, lower case
 */
function linkedInward(element: PageElement, site: string): number {
  const links = element.name === "a" ? [element] : findAll(element, ({ name }) => name === "a");
  return links.filter((link) => !leadsAway(attr(link, "href"), site)).reduce((sum, link) => sum + textOf(link).length, 0);
}

const sharing =
  /(?:^|\.)(?:facebook|twitter|x|linkedin|whatsapp|wa|pinterest|reddit|telegram|t|instagram|youtube|youtu|tiktok|threads|bsky|flipboard|vk|ok|weibo|line|apple|google)\.[a-z.]{2,6}$/;

function leadsAway(href: string, site: string): boolean {
  const host = /^(?:https?:)?\/\/([^/?#:]+)/i.exec(href.trim())?.[1]?.toLowerCase();
  if (host === undefined || sharing.test(host)) return false;
  const own = ownLabels(site);
  return !ownLabels(host).some((label) => own.includes(label));
}

/** What is a publisher's own in the name of a host: "bbc" of news.bbc.co.uk, which bbc.com is as well. */
const ownLabels = (host: string): string[] =>
  host
    .split(".")
    .slice(0, -1)
    .filter((label) => label.length >= 3 && !commonLabels.has(label));

const commonLabels = new Set(
  "www com org net gov edu info news blog blogs shop store amp mobile web media cdn static int biz app dev".split(" "),
);
