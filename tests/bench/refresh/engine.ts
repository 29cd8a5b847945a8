import { draftFeedKillably } from "@/lib/articles/draft-gateway";
import { draftTitleOf } from "@/lib/articles/draft-title";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import { makeClaimPace } from "@/lib/jobs/claim-pace";
import type { PollContext } from "@/lib/jobs/context";
import { fitHeapGrowth } from "@/lib/jobs/heap-growth";
import { makeHostPauses } from "@/lib/jobs/host-pauses";
import { pollRound } from "@/lib/jobs/poll-round";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { silentLog } from "@/lib/platform/log";
import { adoptQueue, startQueue, stopQueue } from "@/lib/platform/queue";
import { makeFeed } from "../../unit/articles/make-draft";
import { obey } from "./obey";

/** The production engine in a process of its own: `node engine.ts ORIGIN…`. Each order is one round. */
const origins = process.argv.slice(2);
for (const origin of origins) admitOrigin(origin);
adoptQueue(await startQueue({ connectionString: env().DATABASE_URL ?? "", isWorker: false, onError: () => undefined }));
// The parsing thread loads its modules once in a worker's life: no part of a refresh.
await draftFeedKillably({
  bytes: new TextEncoder().encode("<rss><channel><title>t</title></channel></rss>"),
  options: { contentType: null, url: null, firstSeenAt: new Date() },
  title: draftTitleOf(makeFeed()),
});

// As a worker does, once in its life.
fitHeapGrowth();
const context: PollContext = {
  log: silentLog,
  now: () => new Date(),
  scope: "all",
  pauses: makeHostPauses(2_000),
  exemptHosts: origins.map((origin) => new URL(origin).host),
  newsroomOrigin: null,
  claimPace: makeClaimPace(),
};

obey(
  () => pollRound(context),
  async () => {
    await stopFeedLanes();
    await stopQueue();
    await db.$disconnect();
  },
);
