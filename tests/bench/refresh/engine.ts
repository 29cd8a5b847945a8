import { parseFeedKillably, stopParsing } from "@/lib/feeds/parse-gateway";
import { makeHostPauses } from "@/lib/jobs/host-pauses";
import { pollRound } from "@/lib/jobs/poll-round";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { silentLog } from "@/lib/platform/log";
import { adoptQueue, startQueue, stopQueue } from "@/lib/platform/queue";
import { obey } from "./obey";

/** The production engine in a process of its own: `node engine.ts ORIGIN…`. Each order is one round. */
const origins = process.argv.slice(2);
for (const origin of origins) admitOrigin(origin);
adoptQueue(await startQueue({ connectionString: env().DATABASE_URL ?? "", isWorker: false, onError: () => undefined }));
// The parsing thread loads its modules once in a worker's life: no part of a refresh.
await parseFeedKillably(new TextEncoder().encode("<rss><channel><title>t</title></channel></rss>"), { contentType: null, url: null });

obey(
  async () => {
    const context = {
      log: silentLog,
      now: () => new Date(),
      scope: "all" as const,
      pauses: makeHostPauses(2_000),
      exemptHosts: origins.map((origin) => new URL(origin).host),
      newsroomOrigin: null,
    };
    return pollRound(context);
  },
  async () => {
    await stopParsing();
    await stopQueue();
    await db.$disconnect();
  },
);
