import http from "node:http";
import { sessionCookieName } from "@/lib/accounts/session-cookie";
import { signatureOf } from "@/lib/core/signature";
import { seededRandom } from "../../support/seeded-random";
import { tokenOf } from "./fill-readers";
import { type FrontFigures, FrontOrder } from "./load-types";

/** One visit in so many is a reader's first, for whom an order has to be made; the others come back to theirs. */
const firstEvery = 4;
/** After a round's end its last pages are waited for so long. */
const drainMs = 20_000;
/** A page that has not come in this time is given up. It, and any other fault, counts as having taken so long. */
const patienceMs = 30_000;
/** No more are asked for while so many are under way: a site that is buried is told of by its figures, not by a heap of requests. */
const underWayMax = 2_000;

// A process of its own: what it costs to ask and to count must not be taken from the web's.
process.on("message", async (message) => {
  process.send?.(await run(FrontOrder.parse(message)));
});
process.on("disconnect", () => process.exit(0));

async function run(order: FrontOrder): Promise<FrontFigures> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: order.perSec === null ? order.connections : 256 });
  const random = seededRandom(order.firstReader);
  const seen: number[] = [];
  const times: { ms: number; isFirst: boolean }[] = [];
  let [reader, faults, underWay] = [order.firstReader, 0, 0];
  const over = new AbortController();
  const visit = async (dueMs: number) => {
    const isFirst = seen.length % firstEvery === 0;
    const who = isFirst ? reader++ : (seen[Math.floor(random() * seen.length)] ?? reader);
    seen.push(who);
    underWay += 1;
    const signal = AbortSignal.any([over.signal, AbortSignal.timeout(patienceMs)]);
    const isGood = underWay <= underWayMax && (await ask(order, { agent, signal }, who));
    underWay -= 1;
    if (!isGood) faults += 1;
    const ms = performance.now() - dueMs;
    times.push({ ms: isGood ? ms : Math.max(ms, patienceMs), isFirst });
  };
  const startedMs = performance.now();
  const tooLate = setTimeout(() => over.abort(), order.durationSec * 1_000 + drainMs);
  await (order.perSec === null ? askAlways(order, visit) : askEvenly(order, order.perSec, visit));
  clearTimeout(tooLate);
  const seconds = (performance.now() - startedMs) / 1_000;
  agent.destroy();
  const firsts = times.filter(({ isFirst }) => isFirst);
  return {
    requests: times.length,
    requestsPerSec: (times.length - faults) / seconds,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    coldP99Ms: quantile(firsts, 0.99),
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

type Way = { agent: http.Agent; signal: AbortSignal };

function ask({ origin, secret }: FrontOrder, { agent, signal }: Way, reader: number): Promise<boolean> {
  const token = tokenOf(reader);
  const cookie = `${sessionCookieName(false)}=${encodeURIComponent(`${token}.${signatureOf(secret, token)}`)}`;
  return new Promise((resolve) => {
    const request = http.get(`${origin}/`, { agent, signal, headers: { cookie } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (text += part));
      answer.on("error", () => resolve(false));
      answer.on("end", () => resolve(answer.statusCode === 200 && text.includes("Your front page") && text.includes("?order=")));
    });
    request.on("error", () => resolve(false));
  });
}

function quantile(times: readonly { ms: number }[], share: number): number {
  const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
