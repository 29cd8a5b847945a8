import { escapeXml } from "./escape-xml";

/** One feed of a title. */
export type OpmlOutline = { title: string; feedUrl: string; homeUrl: string };

/**
 * An OPML document that any feed reader takes.
 *
 * @param title of the whole list
 * @param outlines in the order they are to stand in
 * Source: OPML 2.0, "What is a <outline>?", subscription lists
 */
export function writeOpml(title: string, outlines: readonly OpmlOutline[], now: Date): string {
  const lines = outlines.map(
    ({ title: name, feedUrl, homeUrl }) =>
      `    <outline type="rss" text="${escapeXml(name)}" title="${escapeXml(name)}" xmlUrl="${escapeXml(feedUrl)}" htmlUrl="${escapeXml(homeUrl)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    "  <head>",
    `    <title>${escapeXml(title)}</title>`,
    `    <dateCreated>${now.toUTCString()}</dateCreated>`,
    "  </head>",
    "  <body>",
    ...lines,
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}
