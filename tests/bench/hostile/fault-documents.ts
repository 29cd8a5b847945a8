const entry = (at: number, extra = ""): string =>
  `<item><title>Entry ${at}</title><link>https://paper.example/${at}</link><guid>${at}</guid><description>Words of entry ${at}.</description>${extra}</item>`;
const rss = (inner: string, head = ""): string =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>Paper</title>${inner}</channel></rss>`;
const many = (count: number): string => Array.from({ length: count }, (_, at) => entry(at)).join("");

/** What a sound server with a sound feed sends. */
export const soundFeed = rss(many(30));

/** Documents that are the fault themselves, each as the bytes a server sends. */
export const faultDocuments: Record<string, () => Buffer> = {
  empty: () => Buffer.alloc(0),
  html: () => Buffer.from("<!doctype html><title>Not here</title><p>Moved.</p>"),
  truncated: () => Buffer.from(soundFeed.slice(0, soundFeed.length * 0.6)),
  malformed: () => Buffer.from(soundFeed.replaceAll("</title>", "").replace("</channel>", "<b & c>")),
  "wrong charset": () => Buffer.from(rss(entry(1)).replace("Words", "W\u00f6rter \u2014"), "latin1"),
  "utf-16 without a mark": () => Buffer.from(soundFeed, "utf16le"),
  "embedded nul": () => Buffer.from(soundFeed.replaceAll("Words", "Wo\u0000rds")),
  "5,000 deep": () => Buffer.from(rss(entry(1, `<content:encoded>${escaped("<div>".repeat(5_000))}</content:encoded>`))),
  "5,000 elements deep": () => Buffer.from(rss(entry(1, "<a>".repeat(5_000) + "</a>".repeat(5_000)))),
  "200,000 elements deep": () => Buffer.from(rss(entry(1, "<a>".repeat(200_000)))),
  "100,000 tags in a text": () => Buffer.from(rss(entry(1, `<description>${escaped("<b><i>".repeat(50_000))}</description>`))),
  "entity bomb": () => Buffer.from(rss(entry(1).replace("Words", "&lol9;"), laughs())),
  "entity from a file": () =>
    Buffer.from(rss(entry(1).replace("Words", "&xxe;"), '<!DOCTYPE r [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>')),
  "quadratic entity": () => Buffer.from(rss("&a;".repeat(50_000), `<!DOCTYPE r [<!ENTITY a "${"x".repeat(50_000)}">]>`)),
  "50,000 entries": () => Buffer.from(rss(many(50_000))),
  "an attribute of 8 MB": () => Buffer.from(rss(entry(1, `<media:content url="https://a.example/${"x".repeat(8_000_000)}"/>`))),
  "100,000 attributes": () => Buffer.from(rss(entry(1, `<a ${Array.from({ length: 100_000 }, (_, at) => `b${at}="1"`).join(" ")}/>`))),
  "a million brackets": () => Buffer.from(`{"version":"https://jsonfeed.org/version/1.1","items":${"[".repeat(1_000_000)}`),
  "prototype keys": () =>
    Buffer.from(
      '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"polluted":1},"items":[{"__proto__":{"polluted":1},"id":"1"}]}',
    ),
  "guid churn": () => Buffer.from(rss(many(30)).replace(/<guid>/g, () => `<guid>${Math.random()}`)),
  "slow pattern": () =>
    Buffer.from(rss(entry(1, `<pubDate>${"1 ".repeat(200_000)}</pubDate><title>${"&".repeat(300_000)}${"<".repeat(300_000)}</title>`))),
};

const escaped = (html: string): string => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function laughs(): string {
  const lines = Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`);
  return `<!DOCTYPE r [<!ENTITY lol0 "lol">${lines.join("")}]>`;
}
