import { attr, type PageElement } from "./extract-tree";

/** What schema.org calls an article's text, in JSON-LD and in microdata. It is the page's, not our own store's. */
export const articleTextKey = "articleBody";

/** Whether microdata marks an element as the article's text. */
export const isMarkedText = (element: PageElement): boolean => attr(element, "itemprop").split(/\s+/).includes(articleTextKey);
