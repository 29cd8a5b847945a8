import { request } from "undici";
import { createDb } from "@/lib/platform/db";
import { migrate } from "@/lib/platform/migrations/migrate";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import type { Zone } from "@/tests/support/network-namespace-dns";
import { type Dial, startWorld } from "@/tests/support/network-namespace-world";
import { isForbidden, isWebPort, loadSsrfUrls } from "./ssrf-addresses";
import { sinks } from "./ssrf-sinks";

/**
 * Run in a network namespace where every address leads to servers of ours, so that whatever is dialled is reached and
 * counted. Arguments: certificates' folder, corpus folder or "".
 */
const { hostile, controls } = loadSsrfUrls(process.argv[3] || null);
const folder = await makeTempFolder("broadsheet-ssrf-");
const postgres = await startEmbeddedPostgres({ dataDir: folder, database: "bench", volatile: true });
await migrate(postgres.url);
const database = createDb(postgres.url, 4);
Object.assign(globalThis, { broadsheetDb: database });
const databasePort = Number(new URL(postgres.url).port);

let rebindsAsked = 0;
const zone: Zone = (name, family) => {
  if (name.startsWith("rebind") && family === 4) rebindsAsked += 1;
  if (name.startsWith("rebind")) return [rebindsAsked % 2 === 0 ? "127.0.0.1" : "198.41.0.4"];
  if (name.endsWith(".public.example")) return ["198.41.0.4", "2606:4700:4700::1111"];
  const fixed: Record<string, ReturnType<Zone>> = {
    "mixed.example": ["198.41.0.4", "10.0.0.1"],
    "mixed-families.example": ["198.41.0.4", "::1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "alias.example": { alias: "private.example" },
    "many.example": [...Array.from({ length: 59 }, (_, index) => `198.41.1.${index}`), "192.168.0.1"],
  };
  // Whatever else a string names leads home.
  return fixed[name] ?? ["127.0.0.1"];
};
const world = await startWorld(zone, (incoming, response) => {
  const url = new URL(incoming.url ?? "/", "http://any.example");
  const to = url.searchParams.get("to");
  if (to) response.writeHead(Number(url.searchParams.get("code")), { location: headerBytes(to), connection: "close" }).end();
  else response.writeHead(200, { connection: "close", "content-type": "text/plain" }).end("here");
});

/** As a server sends what is not ASCII: its bytes. */
function headerBytes(text: string): string {
  return Buffer.from(text.replace(/\p{Cc}/gu, "")).toString("latin1");
}

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const isOurs = (dial: Dial) => dial.port === databasePort;
const isBad = (dial: Dial) => !isOurs(dial) && (isForbidden(dial.address) || !isWebPort(dial.port));
let attempts = 0;
const tryAll = async (urls: string[]) => {
  for (let start = 0; start < urls.length; start += 16) {
    const batch = urls.slice(start, start + 16).flatMap((url) => sinks.map((sink) => ({ url, sink })));
    attempts += batch.length;
    await Promise.all(batch.map(({ url, sink }) => open(url, sink.open)));
  }
};
/** A gateway may refuse an address that is none by throwing; what counts is whom it dialled. */
const open = (url: string, sink: (url: string) => Promise<unknown>) =>
  Promise.resolve(url)
    .then(sink)
    .catch(() => undefined);

await tryAll(hostile);
const redirected = hostile.flatMap((url) =>
  [301, 302, 303, 307, 308].map((code, at) => `https://r${at}.public.example/?code=${code}&to=${encodeURIComponent(url)}`),
);
await tryAll(redirected);
await tryAll(Array.from({ length: 20 }, (_, at) => `http://rebind-${at}.example/`));
const bad = { reached: world.reached.filter(isBad), dialled: world.dialled.filter(isBad) };
const dialled = world.dialled.filter((dial) => !isOurs(dial)).length;
say({ kind: "guarded", attempts, dialled, badReached: bad.reached.length, badDialled: bad.dialled.length, rebindsAsked });
for (const dial of [...bad.reached, ...bad.dialled].slice(0, 20)) say({ kind: "fault", ...dial });

// A robots.txt that a hostile address led to is kept a day, and its origin would not be asked again.
await database.robotsRecord.deleteMany();
let connected = 0;
for (const url of controls) {
  for (const sink of sinks) {
    const before = world.reached.length;
    await open(url, sink.open);
    if (world.reached.length > before) connected += 1;
    else say({ kind: "fault", control: url, sink: sink.name });
  }
}
say({ kind: "controls", connected, of: controls.length * sinks.length });

// The same addresses without the guard, to show that the servers would have counted them.
const counted = world.reached.length;
const unguarded = async (url: string) => (await request(url, { signal: AbortSignal.timeout(1_000) })).body.dump();
for (const url of hostile) await open(url, unguarded);
say({ kind: "unguarded", badReached: world.reached.slice(counted).filter(isBad).length });
world.stop();
await postgres.stop();
process.exit(0);
