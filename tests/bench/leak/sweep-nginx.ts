import { sendRaw } from "../../support/raw-request";
import type { StackFacts } from "../../support/stack-file";
import type { Report } from "../types";
import { startCachingNginx } from "./caching-nginx";
import type { Canary } from "./canary";
import type { Targets } from "./choose-targets";
import { scanFiles } from "./scan-files";
import { sweep } from "./sweep";
import { fewVariants } from "./variants";
import type { Viewers } from "./viewers";

type Scene = { stack: StackFacts; canaries: readonly Canary[]; viewers: Viewers };

/**
 * The same through an nginx that keeps what it may and was filled by a subscriber first: nothing gated comes out of it,
 * or lies on its disk. That it keeps anything at all is part of the figures.
 */
export async function sweepThroughNginx({ stack, canaries, viewers }: Scene, targets: Targets, report: Report): Promise<void> {
  const proxy = await startCachingNginx(stack.baseUrl);
  if (!proxy) {
    process.stderr.write("leak: through nginx: skipped, there is none on this machine\n");
    return;
  }
  try {
    const articles = canaries.map(({ slug }) => `/article/${slug}`);
    const warmed = articles.map((path) => ({ path, variants: fewVariants }));
    await sweep(proxy.origin, viewers.subscriber.cookie, warmed, []);
    const total = { requests: 0, leaks: 0, failures: 0 };
    for (const viewer of viewers.refused) {
      const forbidden = canaries.filter(({ access }) => !viewer.mayRead.includes(access)).map(({ token }) => token);
      const full = targets.thorough.filter(({ path }) => articles.includes(path));
      const result = await sweep(proxy.origin, viewer.cookie, viewer.isThorough ? full : targets.quick, forbidden);
      for (const { token, variant, path } of result.findings.slice(0, 20))
        process.stderr.write(`leak:   LEAK through nginx to ${viewer.name}: ${token} by ${variant} of ${path}\n`);
      total.requests += result.requests;
      total.leaks += result.findings.length;
      total.failures += result.failures.length;
    }
    report({ metric: "nginx_requests", value: total.requests, unit: "requests" });
    report({ metric: "nginx_leaks", value: total.leaks, unit: "answers", bar: 0, better: "lower" });
    report({ metric: "nginx_failed_requests", value: total.failures, unit: "requests", bar: 0, better: "lower" });
    report({ metric: "nginx_kept_answers", value: await countKept(proxy.origin, articles), unit: "articles", bar: 1, better: "higher" });
    const gated = canaries.filter(({ access }) => access !== "open").map(({ token }) => token);
    const scan = await scanFiles([proxy.cacheDir], gated, new Date(0));
    report({ metric: "nginx_leaks_in_files", value: scan.findings.length, unit: "files", bar: 0, better: "lower" });
  } finally {
    await proxy.stop();
  }
}

/** Articles that nginx answers from what it kept. */
async function countKept(origin: string, paths: readonly string[]): Promise<number> {
  let kept = 0;
  for (const path of paths) {
    await sendRaw(origin, { path });
    const again = await sendRaw(origin, { path });
    if (again.headers["x-kept"] === "HIT") kept += 1;
  }
  return kept;
}
