import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A publisher's server on this machine: answers every path with what `body` makes, and an ETag that follows it. */
export type LocalFeed = { origin: string; requests: { path: string; headers: IncomingHttpHeaders }[]; close: () => Promise<void> };

type Answer = { status: number; type: string; body: string | Uint8Array };

/** Starts the server on a free port; `answer` is asked anew for each request. */
export async function startLocalFeed(answer: (path: string) => Answer): Promise<LocalFeed> {
  const requests: LocalFeed["requests"] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push({ path, headers: request.headers });
    const { status, type, body } = answer(path);
    const etag = `"${Buffer.from(body).length}-${status}"`;
    const isKnown = status === 200 && request.headers["if-none-match"] === etag;
    response.writeHead(isKnown ? 304 : status, { "content-type": type, etag });
    response.end(isKnown ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { origin: `http://127.0.0.1:${port}`, requests, close };
}

/** An RSS 2.0 document with one item for each title. */
export const rss = (titles: readonly string[], pictureUrl = ""): string => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Local Paper</title><link>https://local.example/</link><description>d</description><language>en-gb</language>
${titles.map((title, index) => item(title, index, pictureUrl)).join("\n")}</channel></rss>`;

const item = (title: string, index: number, pictureUrl: string): string => `<item><title>${title}</title>
<link>https://local.example/${index}</link><guid isPermaLink="false">local-${index}</guid>
<pubDate>${new Date(Date.now() - (index + 1) * 60_000).toUTCString()}</pubDate>
<content:encoded><![CDATA[<p>${"The harbour opened its gates again after nine long years of work. ".repeat(20)}</p>]]></content:encoded>
${pictureUrl ? `<media:content url="${pictureUrl}" medium="image" width="800" height="600"/>` : ""}</item>`;
