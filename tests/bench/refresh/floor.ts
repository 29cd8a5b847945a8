import { once } from "node:events";
import { createGunzip } from "node:zlib";
import { Parser } from "htmlparser2";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { Agent, request } from "undici";
import { env } from "@/lib/platform/env";
import { obey } from "./obey";

/**
 * The floor in a process of its own: as little as fetching, reading and storing feeds can cost. 32 connections, SAX
 * events, COPY into an unlogged stage, INSERT … ON CONFLICT; unchanged feeds cost a conditional GET and one UPDATE for
 * all. No scheduling, no guard, no sanitising, no dates, no identity, no authors.
 */
const connections = 32;
const agent = new Agent({ connections, pipelining: 1 });
const client = new pg.Client({ connectionString: env().DATABASE_URL });
await client.connect();
await client.query(`CREATE TABLE IF NOT EXISTS floor_feed (id int PRIMARY KEY, url text NOT NULL, etag text, checked_at timestamptz);
  CREATE TABLE IF NOT EXISTS floor_entry (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, feed_id int, guid text, url text, title text,
    summary text, html text, published text, UNIQUE (feed_id, guid));
  CREATE UNLOGGED TABLE IF NOT EXISTS floor_stage (feed_id int, guid text, url text, title text, summary text, html text, published text)`);

type FloorFeed = { id: number; url: string; etag: string | null };
type Read = { feed: FloorFeed; etag: string | null; lines: string[] };

obey(refresh, async () => {
  await client.end();
  await agent.close();
});

async function refresh(): Promise<number> {
  const { rows } = await client.query<FloorFeed>("SELECT id, url, etag FROM floor_feed ORDER BY id");
  const queue = rows.values();
  const read: Read[] = [];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const feed of queue) {
        const answer = await fetchOne(feed);
        if (answer) read.push(answer);
      }
    }),
  );
  if (read.length > 0) await store(read);
  await client.query("UPDATE floor_feed f SET checked_at = now() FROM unnest($1::int[]) AS r(id) WHERE f.id = r.id", [
    rows.map(({ id }) => id),
  ]);
  return read.length;
}

async function fetchOne(feed: FloorFeed): Promise<Read | null> {
  const headers = { "accept-encoding": "gzip", ...(feed.etag ? { "if-none-match": feed.etag } : {}) };
  const answer = await request(feed.url, { dispatcher: agent, headers });
  if (answer.statusCode === 304) {
    await answer.body.dump();
    return null;
  }
  const lines: string[] = [];
  const parser = makeParser(feed.id, lines);
  const decoder = new TextDecoder();
  for await (const chunk of answer.body.pipe(createGunzip())) parser.write(decoder.decode(chunk, { stream: true }));
  parser.end();
  return { feed, etag: String(answer.headers.etag ?? ""), lines };
}

const columns = ["guid", "link", "title", "description", "content:encoded", "pubdate"] as const;
const names: Record<string, (typeof columns)[number]> = {
  id: "guid",
  summary: "description",
  content: "content:encoded",
  published: "pubdate",
};

function makeParser(feedId: number, lines: string[]): Parser {
  let entry: Record<string, string> | null = null;
  let text = "";
  return new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === "item" || name === "entry") entry = {};
        if (entry && name === "link" && attributes.href) entry.link = attributes.href;
        text = "";
      },
      ontext: (part) => {
        text += part;
      },
      onclosetag: (name) => {
        if (!entry) return;
        if (name === "item" || name === "entry") {
          const values = entry;
          lines.push(`${feedId}\t${columns.map((column) => escapeCopy(values[column] ?? "")).join("\t")}\n`);
          entry = null;
        } else if (text.trim() !== "") entry[names[name] ?? name] = text;
      },
    },
    { xmlMode: true, lowerCaseTags: true, decodeEntities: true },
  );
}

const escapeCopy = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");

async function store(read: readonly Read[]): Promise<void> {
  await client.query("BEGIN");
  const copy = client.query(copyFrom("COPY floor_stage FROM STDIN"));
  for (const { lines } of read) if (!copy.write(lines.join(""))) await once(copy, "drain");
  copy.end();
  await once(copy, "finish");
  await client.query(`INSERT INTO floor_entry (feed_id, guid, url, title, summary, html, published)
    SELECT feed_id, guid, url, title, summary, html, published FROM floor_stage ON CONFLICT DO NOTHING`);
  await client.query("TRUNCATE floor_stage");
  await client.query("UPDATE floor_feed f SET etag = r.etag FROM unnest($1::int[], $2::text[]) AS r(id, etag) WHERE f.id = r.id", [
    read.map(({ feed }) => feed.id),
    read.map(({ etag }) => etag),
  ]);
  await client.query("COMMIT");
}
