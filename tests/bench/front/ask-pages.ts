import http from "node:http";
import { sessionCookieName } from "@/lib/accounts/session-cookie";
import { signatureOf } from "@/lib/core/signature";
import { tokenOf } from "./fill-readers";
import { type FrontFigures, FrontOrder } from "./load-types";

/** One visit in so many is a reader's first, for whom an order has to be made; the others come back to theirs. */
const firstEvery = 4;

// A process of its own: what it costs to ask and to count must not be taken from the web's.
process.on("message", async (message) => {
  process.send?.(await run(FrontOrder.parse(message)));
});
process.on("disconnect", () => process.exit(0));

async function run(order: FrontOrder): Promise<FrontFigures> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: order.perSec === null ? order.connections : 256 });
  const seen: number[] = [];
  const times: { ms: number; isFirst: boolean }[] = [];
  let reader = order.firstReader;
  let faults = 0;
  const visit = async (dueMs: number) => {
    const turn = seen.length;
    const isFirst = turn % firstEvery === 0;
    const who = isFirst ? reader++ : (seen[(turn * 7_919) % turn] ?? reader);
    seen.push(who);
    const isGood = await ask(order, agent, who);
    if (!isGood) faults += 1;
    times.push({ ms: performance.now() - dueMs, isFirst });
  };
  const startedMs = performance.now();
  await (order.perSec === null ? askAlways(order, visit) : askEvenly(order, order.perSec, visit));
  const seconds = (performance.now() - startedMs) / 1_000;
  agent.destroy();
  return {
    requests: times.length,
    requestsPerSec: times.length / seconds,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    coldP99Ms: quantile(
      times.filter(({ isFirst }) => isFirst),
      0.99,
    ),
    faults,
    nextReader: reader,
  };
}

type Visit = (dueMs: number) => Promise<void>;

/** So many connections, each asking again as soon as it is answered. */
async function askAlways({ connections, durationSec }: FrontOrder, visit: Visit): Promise<void> {
  const endMs = performance.now() + durationSec * 1_000;
  const loop = async () => {
    while (performance.now() < endMs) await visit(performance.now());
  };
  await Promise.all(Array.from({ length: connections }, loop));
}

/** At even intervals, whether the last was answered or not: a page that waits makes no other come later. */
async function askEvenly({ durationSec }: FrontOrder, perSec: number, visit: Visit): Promise<void> {
  const startedMs = performance.now();
  const visits: Promise<void>[] = [];
  for (let turn = 0; turn < perSec * durationSec; turn += 1) {
    const dueMs = startedMs + (turn * 1_000) / perSec;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    visits.push(visit(dueMs));
  }
  await Promise.all(visits);
}

function ask({ origin, secret }: FrontOrder, agent: http.Agent, reader: number): Promise<boolean> {
  const token = tokenOf(reader);
  const cookie = `${sessionCookieName(false)}=${encodeURIComponent(`${token}.${signatureOf(secret, token)}`)}`;
  return new Promise((resolve) => {
    const request = http.get(`${origin}/`, { agent, headers: { cookie } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (text += part));
      answer.on("end", () => resolve(answer.statusCode === 200 && text.includes("Your front page") && text.includes("?order=")));
    });
    request.on("error", () => resolve(false));
  });
}

function quantile(times: readonly { ms: number }[], share: number): number {
  const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
