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

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text for an attribute; signs that XML 1.0 knows no way to write are dropped. Source: XML 1.0, 2.2 and 2.4 */
function escapeXml(text: string): string {
  const allowed = [...text.toWellFormed()].filter((sign) => sign >= " " && !/[\ufffe\uffff\u007f]/.test(sign)).join("");
  return allowed.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
