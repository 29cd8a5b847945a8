import path from "node:path";
import pg from "pg";
import type { StackFacts } from "../../support/stack-file";
import type { Report } from "../types";
import type { Canary } from "./canary";
import { chooseTargets, type Targets } from "./choose-targets";
import { crawl } from "./crawl";
import { invalidateEverything } from "./invalidate";
import { listRoutes } from "./list-routes";
import { chooseCanaries, plantCanaries, waitForArticles } from "./plant-canaries";
import { reportGifts } from "./report-gifts";
import { scanFiles } from "./scan-files";
import { type SweepResult, sweep } from "./sweep";
import { sweepThroughNginx } from "./sweep-nginx";
import { fewVariants, plain } from "./variants";
import { gatherViewers, type Viewer, type Viewers } from "./viewers";

type Scene = { stack: StackFacts; client: pg.Client; canaries: Canary[]; viewers: Viewers };

/** Plants the canaries in a running product and reports what everyone gets to see of them. */
export async function measureLeaks(stack: StackFacts, report: Report): Promise<void> {
  const startedAt = new Date();
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    await waitForArticles(client);
    const scene = { stack, client, canaries: await chooseCanaries(client), viewers: await gatherViewers(stack, client) };
    const targets = await findTargets(scene, report);
    await sweepRefused(scene, targets, report);
    await sweepThroughNginx(scene, targets, report);
    await reportControls(scene, report);
    await reportGifts(scene, report);
    await reportFiles(scene, startedAt, report);
  } finally {
    await client.end();
  }
}

/** Behind the wall for everyone who has not paid. */
const isForMembers = (access: Canary["access"]): boolean => access !== "open" && access !== "registered";

const say = (words: string) => process.stderr.write(`leak: ${words}\n`);

async function findTargets({ stack, canaries, viewers }: Scene, report: Report): Promise<Targets> {
  const routes = await listRoutes(".next");
  const starts = ["/", "/titles", "/sign-in", "/sign-up", ...canaries.map(({ slug }) => `/article/${slug}`)];
  const asVisitor = await crawl(stack.baseUrl, starts, {});
  const asMember = await crawl(stack.baseUrl, starts, { cookie: viewers.subscriber.cookie ?? "" });
  const targets = chooseTargets(routes, [...new Set([...asVisitor, ...asMember])], canaries);
  report({ metric: "routes", value: targets.routesMet, unit: "routes", bar: routes.length, better: "higher" });
  report({ metric: "addresses", value: targets.thorough.length, unit: "addresses" });
  report({ metric: "canaries", value: canaries.filter(({ access }) => isForMembers(access)).length, unit: "articles", bar: 20 });
  return targets;
}

/** Everybody who is refused asks in turn, each after a subscriber has filled every cache with what only he may read. */
async function sweepRefused(scene: Scene, targets: Targets, report: Report): Promise<void> {
  const { stack, canaries, viewers } = scene;
  const total: SweepResult = { requests: 0, findings: [], failures: [] };
  for (const viewer of viewers.refused) {
    await prepare(scene, targets);
    const forbidden = canaries.filter(({ access }) => !viewer.mayRead.includes(access)).map(({ token }) => token);
    const result = await sweep(stack.baseUrl, viewer.cookie, viewer.isThorough ? targets.thorough : targets.quick, forbidden);
    say(`${viewer.name}: ${result.requests} requests, ${result.findings.length} leaks, ${result.failures.length} failures`);
    for (const { token, variant, path: address } of result.findings.slice(0, 20))
      say(`  LEAK to ${viewer.name}: ${token} by ${variant} of ${address}`);
    for (const failure of result.failures.slice(0, 20)) say(`  failed: ${failure}`);
    total.requests += result.requests;
    total.findings.push(...result.findings);
    total.failures.push(...result.failures);
  }
  report({ metric: "requests", value: total.requests, unit: "requests" });
  report({ metric: "leaks", value: total.findings.length, unit: "answers", bar: 0, better: "lower" });
  report({ metric: "failed_requests", value: total.failures.length, unit: "requests", bar: 0, better: "lower" });
}

async function prepare({ stack, client, canaries, viewers }: Scene, targets: Targets): Promise<void> {
  await plantCanaries(client, canaries);
  await invalidateEverything(stack, client);
  const pages = targets.thorough.filter(({ variants }) => variants.length > fewVariants.length);
  await sweep(
    stack.baseUrl,
    viewers.subscriber.cookie,
    pages.map(({ path: address }) => ({ path: address, variants: fewVariants })),
    [],
  );
}

/** The sweep can fail: who may read a text meets its canary by the same means, on a page made after the planting. */
async function reportControls(scene: Scene, report: Report): Promise<void> {
  const { canaries, viewers } = scene;
  const visitor: Viewer = { name: "visitor", cookie: null, mayRead: ["open"], isThorough: false };
  await plantCanaries(scene.client, canaries);
  await invalidateEverything(scene.stack, scene.client);
  const seen = async (metric: string, viewer: Viewer, isWanted: (access: Canary["access"]) => boolean) => {
    const hidden = canaries.filter((canary) => isWanted(canary.access));
    const count = await countSeen(
      scene,
      viewer,
      hidden.map(({ slug, token }) => ({ slug, word: token })),
    );
    report({ metric, value: count, unit: "articles", bar: hidden.length, better: "higher" });
  };
  await seen("seen_by_trial", viewers.trial, isForMembers);
  await seen("seen_by_subscriber", viewers.subscriber, isForMembers);
  await seen("registered_seen_by_free", viewers.free, (access) => access === "registered");
  await seen("open_seen_by_visitor", visitor, (access) => access === "open");
  // A hard wall shows no opening at all.
  const gated = canaries.filter(({ access }) => access !== "open" && access !== "paid");
  const fresh = await countSeen(
    scene,
    visitor,
    gated.map(({ slug, marker }) => ({ slug, word: marker })),
  );
  report({ metric: "lead_ins_seen_by_visitor", value: fresh, unit: "articles", bar: gated.length, better: "higher" });
}

async function countSeen({ stack }: Scene, viewer: Viewer, words: readonly { slug: string; word: string }[]): Promise<number> {
  let count = 0;
  for (const { slug, word } of words) {
    const target = { path: `/article/${slug}`, variants: [plain] };
    const { findings } = await sweep(stack.baseUrl, viewer.cookie, [target], [word]);
    count += findings.length;
  }
  return count;
}

/** What a page leaves on the disk of the web process, caches and logs included, holds no gated word either. */
async function reportFiles({ stack, canaries }: Scene, since: Date, report: Report): Promise<void> {
  const folders = [".next/server", ".next/static", ".next/cache", path.join(stack.dataDir, "logs"), "public"];
  const gated = canaries.filter(({ access }) => access !== "open").map(({ token }) => token);
  const scan = await scanFiles(folders, gated, since);
  for (const { token, file } of scan.findings) say(`  LEAK into ${file}: ${token}`);
  report({ metric: "files_scanned", value: scan.files, unit: "files" });
  report({ metric: "leaks_in_files", value: scan.findings.length, unit: "files", bar: 0, better: "lower" });
}
