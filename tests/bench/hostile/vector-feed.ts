/**
 * Feeds that carry one attack string in every place where a publisher's words can stand: as XML, where the reader
 * takes entities away, and as JSON, where nothing is lost on the way.
 */
export function feedsOf(vector: string): Uint8Array[] {
  return [rssOf(vector), jsonOf(vector)].map((text) => new TextEncoder().encode(text));
}

function rssOf(vector: string): string {
  const words = escapeXml(vector);
  const body = escapeXml(bodyOf(vector));
  const item = (content: string) => `<item>
<title>${words}</title><link>${words}</link><guid isPermaLink="true">${words}</guid>
<description>${words}</description>${content}
<dc:creator>${words}</dc:creator><author>${words}</author><category domain="${words}">${words}</category><dc:language>${words}</dc:language>
<media:content url="https://pictures.example/1.jpg" type="image/jpeg" medium="image" width="800" height="600">
<media:title type="html">${words}</media:title><media:description type="html">${words}</media:description>
<media:credit role="${words}">${words}</media:credit></media:content>
<media:thumbnail url="${words}"/><enclosure url="${words}" type="image/jpeg" length="1"/>
<comments>${words}</comments><source url="${words}">${words}</source></item>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${words}</title><link>${words}</link><description>${words}</description><language>${words}</language>
<atom:link rel="self" href="${words}"/><image><url>${words}</url><title>${words}</title><link>${words}</link></image>
${item(`<content:encoded>${body}</content:encoded>`)}${item("")}
<item><title>Kept</title><guid>https://paper.example/kept</guid><content:encoded>${words}</content:encoded></item>
</channel></rss>`;
}

function jsonOf(vector: string): string {
  const author = { name: vector, url: vector, avatar: vector };
  const item = {
    id: vector,
    url: vector,
    external_url: vector,
    title: vector,
    summary: vector,
    image: vector,
    banner_image: vector,
    tags: [vector],
    language: vector,
    authors: [author],
    attachments: [{ url: vector, mime_type: "image/jpeg", title: vector }],
  };
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: vector,
    home_page_url: vector,
    feed_url: vector,
    description: vector,
    icon: vector,
    authors: [author],
    items: [
      { ...item, content_html: bodyOf(vector) },
      { ...item, id: "https://paper.example/2", content_text: vector },
    ],
  });
}

/** The string as an attribute of everything that has an address or words, then as a node, then alone at the end. */
function bodyOf(vector: string): string {
  const value = vector.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<p>First.</p><figure><img src="https://pictures.example/2.jpg" srcset="${value} 2x" alt="${value}" title="${value}">
<figcaption>${value}</figcaption></figure><p><a href="${value}" title="${value}">x</a> <img src="${value}" alt="x">
<a href="https://paper.example/?${value}">y</a></p><video src="${value}" poster="${value}"></video><blockquote cite="${value}">q</blockquote>
<p style="${value}" class="${value}" id="${value}" lang="${value}" dir="${value}">s</p><iframe src="${value}"></iframe>
<p title='${vector}'>t</p><p title="${vector}">u</p><p>${vector}</p>${vector}`;
}

/** What XML cannot hold at all is left out; the JSON feed keeps it. */
const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
