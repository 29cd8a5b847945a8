import { registerHooks } from "node:module";
import { db } from "@/lib/platform/db";
import { forgetRemembered } from "@/lib/platform/remember";
import type { PageCosts } from "./page-costs";

const pagesEach = 60;
const rounds = 6;

// The queries are marked as Next's alone; here the marker is an empty module.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only" ? { url: "data:text/javascript,", format: "module", shortCircuit: true } : next(specifier, context),
});

/**
 * Prints what composing and printing a page costs this process, as a member gets it: everything but Next's own part,
 * which is the same for both. Of each round the least counts: whatever else the machine did only adds.
 */
const { makePages } = await import("./make-pages");
const pages = await makePages();
const worst = () => ({ kept: Number.POSITIVE_INFINITY, anew: Number.POSITIVE_INFINITY });
const costs: PageCosts = { article: worst(), story: worst() };
for (let round = 0; round < rounds; round += 1) {
  for (const name of ["article", "story"] as const) {
    const cost = costs[name];
    cost.kept = Math.min(cost.kept, await cpuOf(pages[name]));
    cost.anew = Math.min(
      cost.anew,
      await cpuOf(async () => {
        forgetRemembered();
        return pages[name]();
      }),
    );
  }
}
process.stdout.write(`${JSON.stringify(costs)}\n`);
await db.$disconnect();

async function cpuOf(print: () => Promise<string>): Promise<number> {
  await print();
  const before = process.cpuUsage();
  for (let index = 0; index < pagesEach; index += 1) await print();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / pagesEach;
}
