/** Text made safe as XML or HTML content or attribute value. */
export function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Markup wrapped in CDATA; a `]]>` within is split over two sections (XML 1.0, 2.7). */
export function cdata(markup: string): string {
  return `<![CDATA[${markup.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/**
 * A headline as careless systems send it: first made HTML, its typographic characters as numeric
 * entities, then escaped again for XML, so that `’` arrives as `&amp;#8217;`.
 */
export function escapeTwice(text: string): string {
  const html = escapeMarkup(text).replace(/[\u2010-\u203a]/g, (char) => `&#${char.charCodeAt(0)};`);
  return html.replaceAll("&", "&amp;");
}
