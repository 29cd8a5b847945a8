import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { createServer as createTlsServer } from "node:tls";
import { safeFetch } from "@/lib/platform/http/safe-fetch";
import type { SafeRequest } from "@/lib/platform/http/types";
import { nameError, serverFailure, type Zone } from "@/tests/support/network-namespace-dns";
import { listen, readCredentials, startWorld } from "@/tests/support/network-namespace-world";

/** Run inside a network namespace by safe-fetch.test.ts: the production fetcher against servers at public addresses. */
let rebindsAsked = 0;
const zone: Zone = (name, family) => {
  if (name === "rebind.example" && family === 4) rebindsAsked += 1;
  const fixed: Record<string, ReturnType<Zone>> = {
    "missing.example": nameError,
    "failing.example": serverFailure,
    "silent.example": "silence",
    "private.example": ["10.0.0.1"],
    "mixed.example": ["198.41.0.4", "10.0.0.1"],
    "mixed-families.example": ["198.41.0.4", "::1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "alias.example": { alias: "private.example" },
    "many.example": [...Array.from({ length: 59 }, (_, index) => `198.41.1.${index}`), "192.168.0.1"],
    "nobody.example": [],
    "rebind.example": [rebindsAsked % 2 === 0 ? "127.0.0.1" : "198.41.0.4"],
  };
  return fixed[name] ?? ["198.41.0.4"];
};
const halfSilent: Zone = (name, family) => (name === "half-silent.example" && family === 6 ? "silence" : zone(name, family));

const seen: string[] = [];
async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://any.example");
  const body = await text(request);
  seen.push([request.headers.host, request.method, url.pathname, request.headers.authorization ?? "-", body].join(" "));
  const to = url.searchParams.get("to");
  if (to) return void response.writeHead(Number(url.searchParams.get("code") ?? 302), { location: to }).end("moved");
  response.end(`answer of ${request.socket.localAddress}`);
}

const world = await startWorld(halfSilent, (request, response) => void respond(request, response), [443]);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Fetches and says what came of it, with the addresses that were dialled meanwhile. */
async function attempt(name: string, url: string, over: Partial<SafeRequest> & object = {}): Promise<void> {
  const [reached, dialled, requests] = [world.reached.length, world.dialled.length, seen.length];
  const startedAt = performance.now();
  const options = { maxBytes: 10_000, ...over } as SafeRequest;
  const answer = await safeFetch(url, options);
  say({
    name,
    outcome: answer.ok ? `${answer.value.status} ${Buffer.from(answer.value.bytes)}`.trim() : answer.error.kind,
    ms: Math.round(performance.now() - startedAt),
    reached: world.reached.slice(reached).map((dial) => dial.address),
    dialled: world.dialled.slice(dialled).map((dial) => dial.address),
    requests: seen.slice(requests),
  });
}

for (const url of ["http://198.41.0.4/", "http://[2606:4700:4700::1111]/", "http://a.public.example:8080/", "https://b.public.example/"]) {
  await attempt(`public ${url}`, url);
}
const names = ["private", "mixed", "mixed-families", "mapped", "alias", "many"];
for (const name of names) await attempt(`forbidden ${name}`, `http://${name}.example/`);
for (const url of ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/", "http://10.0.0.1:8080/", "http://198.41.0.4:22/"]) {
  await attempt(`forbidden ${url}`, url);
  for (const code of [301, 302, 303, 307, 308]) {
    await attempt(`redirected ${code} ${url}`, `http://c${code}.public.example/?code=${code}&to=${encodeURIComponent(url)}`);
  }
}
for (let round = 0; round < 20; round += 1)
  await attempt(`rebind ${round}`, "http://rebind.example/", { headers: { connection: "close" } });
await attempt("downgrade", `https://d.public.example/?to=${encodeURIComponent("http://d.public.example/")}`);
for (const name of ["missing", "failing", "nobody", "silent", "half-silent"]) await attempt(`dns ${name}`, `http://${name}.example/`);

const withSecret = { headers: { authorization: "Bearer secret" } };
const away = encodeURIComponent("http://other.public.example/away");
await attempt("credentials stay", `http://e.public.example/?to=${encodeURIComponent("/home")}`, withSecret);
await attempt("credentials away", `http://e.public.example/?to=${away}`, withSecret);
const post = { method: "POST", body: "hub.mode=subscribe", headers: { "content-type": "application/x-www-form-urlencoded" } } as const;
for (const code of [301, 302, 303, 307, 308])
  await attempt(`post ${code}`, `http://f${code}.public.example/?code=${code}&to=${away}`, post);

for (const name of ["expired", "stranger", "selfsigned"]) await attempt(`tls ${name}`, `https://${name}.public.example/`);
const old = createTlsServer({ ...readCredentials("good"), minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });
const rude = createServer((socket) => socket.once("data", () => socket.resetAndDestroy()));
await listen(old, 8443, "198.41.0.10");
await listen(rude, 8443, "198.41.0.11");
await attempt("tls old", "https://198.41.0.10:8443/");
await attempt("tls reset", "https://198.41.0.11:8443/");

const before = world.reached.length;
await Promise.all(Array.from({ length: 6 }, () => safeFetch("http://g.public.example/", { maxBytes: 1_000 })));
say({ name: "one connection", outcome: String(world.reached.length - before) });

old.close();
rude.close();
world.stop();
if (process.stdout.writableLength > 0) await once(process.stdout, "drain");
process.exit(0);
