import { seededRandom } from "@/tests/support/seeded-random";

/** A generated feed: its document and what a server says of it. */
export type MadeFeed = { body: string; type: string };

const entriesEach = 30;
/** One of five feeds is Atom, as in the set the peers were measured on. */
const atomEvery = 5;
/** One entry in three carries its full text. */
const fullEvery = 3;
const day = 86_400_000;
/** Fixed, and older than the two days within which lead pictures are fetched at once. */
const newestAt = Date.UTC(2026, 10, 15, 12);

const vocabulary = (
  "harbour council minister budget river bridge railway strike court appeal season final match storm valley export market " +
  "school hospital inquiry report survey coast election ballot border treaty ferry engine reactor satellite orbit vaccine trial " +
  "festival theatre museum orchestra novel archive village drought harvest orchard timber quarry glacier reef " +
  "would after before against between under over because although during without within towards among beyond since"
).split(" ");

/** Feed number `index` of the set, always the same: RSS or Atom, 30 entries, about 75 KB. */
export function makeFeed(index: number, version = 0): MadeFeed {
  const random = seededRandom(index * 7_919 + 17);
  const entries = Array.from({ length: entriesEach }, (_, place) => makeEntry(index, place + version * entriesEach, random));
  return index % atomEvery === 0 ? atom(index, entries) : rss(index, entries);
}

type MadeEntry = { url: string; title: string; summary: string; html: string; author: string; at: Date };

function makeEntry(feed: number, place: number, random: () => number): MadeEntry {
  const sentence = (words: number) => `${capital(Array.from({ length: words }, () => pick(random)).join(" "))}.`;
  const paragraph = () =>
    `<p>${Array.from({ length: 4 }, () => sentence(14)).join(" ")} <a href="/topic/${pick(random)}" class="link">${pick(random)}</a></p>`;
  return {
    url: `https://publisher-${feed}.example/section/${feed}-${place}-${pick(random)}?utm_source=rss`,
    title: `${sentence(8).slice(0, -1)} ${feed}-${place}`,
    summary: `${sentence(16)} ${sentence(14)} ${sentence(15)}`,
    html: place % fullEvery === 0 ? Array.from({ length: 12 }, paragraph).join("\n") : "",
    author: `${capital(pick(random))} ${capital(pick(random))}`,
    at: new Date(newestAt - place * (day / 8) - feed * 1_000),
  };
}

function rss(index: number, entries: MadeEntry[]): MadeFeed {
  const items = entries.map(
    ({ url, title, summary, html, author, at }, place) => `<item>
<title><![CDATA[${title}]]></title>
<link>${escapeXml(url)}</link>
<guid isPermaLink="false">urn:feed:${index}:${place}:${at.getTime()}</guid>
<pubDate>${at.toUTCString()}</pubDate>
<dc:creator>${author}</dc:creator>
<category>World</category>
<description><![CDATA[<p>${summary}</p>]]></description>${html ? `\n<content:encoded><![CDATA[${html}]]></content:encoded>` : ""}
</item>`,
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Publisher ${index}</title><link>https://publisher-${index}.example/</link><description>Feed ${index}</description><language>en-gb</language>
${items.join("\n")}
</channel></rss>`;
  return { body, type: "application/rss+xml; charset=utf-8" };
}

function atom(index: number, entries: MadeEntry[]): MadeFeed {
  const items = entries.map(
    ({ url, title, summary, html, author, at }, place) => `<entry>
<title>${title}</title>
<link rel="alternate" href="${escapeXml(url)}"/>
<id>urn:feed:${index}:${place}:${at.getTime()}</id>
<published>${at.toISOString()}</published><updated>${at.toISOString()}</updated>
<author><name>${author}</name></author>
<category term="World"/>
<summary type="text">${summary}</summary>${html ? `\n<content type="html">${escapeXml(html)}</content>` : ""}
</entry>`,
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>Publisher ${index}</title><id>urn:feed:${index}</id>
<link href="https://publisher-${index}.example/"/><updated>${new Date(newestAt).toISOString()}</updated>
${items.join("\n")}
</feed>`;
  return { body, type: "application/atom+xml; charset=utf-8" };
}

const pick = (random: () => number): string => vocabulary[Math.floor(random() * vocabulary.length)] ?? "harbour";
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
