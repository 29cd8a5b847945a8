import type { PgBoss } from "@/lib/platform/queue";
import type { QueueName } from "@/lib/platform/queue-settings";
import type { WorkerContext } from "./context";
import { assignLanguage } from "./handlers/assign-stories";
import { deliverSandboxEvents } from "./handlers/deliver-sandbox-events";
import { enrichArticleOf } from "./handlers/enrich-article";
import { fetchPictureOf } from "./handlers/fetch-picture";
import { fileSections } from "./handlers/file-sections";
import { hastenFeed } from "./handlers/hasten-feed";
import { invalidatePages } from "./handlers/invalidate-pages";
import { learnProfiles } from "./handlers/learn-profiles";
import { rankStories } from "./handlers/rank-stories";
import { reconcileBilling } from "./handlers/reconcile-billing";
import { refreshStories } from "./handlers/refresh-stories";
import { refreshTopics } from "./handlers/refresh-topics";
import { seedMembership } from "./handlers/seed-membership";
import { seedPicks } from "./handlers/seed-picks";
import { sendAccountNotice } from "./handlers/send-account-notice";
import { sendGiftMail } from "./handlers/send-gift-mail";
import { sendMembershipMail } from "./handlers/send-membership-mail";
import { sendNotices } from "./handlers/send-notices";
import { sendProof } from "./handlers/send-proof";
import { sendWelcome } from "./handlers/send-welcome";
import { settleMembership } from "./handlers/settle-membership";
import { subscribeHubs } from "./handlers/subscribe-hubs";
import { tagTopics } from "./handlers/tag-topics";
import { trainAllSections } from "./handlers/train-sections";
import { verifyAudit } from "./handlers/verify-audit";
import { type Payload, payloads } from "./payloads";

type Delivery<Name extends QueueName> = { payload: Payload<Name>; attempt: number };

/** How a queue is worked on: how many loops, how many jobs at a time, how long between two looks, loops one group may hold. */
type Pace = { loops: number; batch: number; everySec: number; perGroup?: number };

/** Tells a handler that its whole batch is done together; any other gets its jobs one by one. */
type Handler<Name extends QueueName> = (jobs: Delivery<Name>[]) => Promise<void>;

/**
 * The table of contents of all jobs: each queue, its handler and its pace. Pictures a
 * reader waits for have loops of their own, and no host can hold them all; page invalidations of two seconds
 * travel together.
 */
export async function registerHandlers(boss: PgBoss, context: WorkerContext): Promise<void> {
  const on: On = (name, pace, handler) => work(boss, name, pace, handler, context);
  await registerPaper(on, context);
  await registerFiling(on, context);
  await registerMembers(on, context);
}

type On = <Name extends QueueName>(name: Name, pace: Pace, handler: Handler<Name>) => Promise<void>;

/** From feed to page. */
async function registerPaper(on: On, context: WorkerContext): Promise<void> {
  await on(
    "feeds.hubs",
    { loops: 1, batch: 1, everySec: 10 },
    each(() => subscribeHubs(context)),
  );
  await on(
    "feeds.hasten",
    { loops: 1, batch: 1, everySec: 5 },
    each(({ payload }) => hastenFeed(payload, context)),
  );
  await on(
    "articles.enrich",
    { loops: 2, batch: 1, everySec: 1 },
    each(({ payload, attempt }) => enrichArticleOf(payload, attempt, context)),
  );
  await on(
    "stories.assign",
    { loops: 2, batch: 1, everySec: 1 },
    each(({ payload }) => assignLanguage(payload, context)),
  );
  await on(
    "stories.rank",
    { loops: 1, batch: 1, everySec: 1 },
    each(({ payload }) => rankStories(payload, context)),
  );
  await on(
    "stories.refresh",
    { loops: 1, batch: 1, everySec: 2 },
    each(() => refreshStories(context)),
  );
  await on(
    "pictures.fetch",
    { loops: 4, batch: 1, everySec: 1, perGroup: 1 },
    each(({ payload }) => fetchPictureOf(payload, false, context)),
  );
  await on(
    "pictures.want",
    { loops: 4, batch: 1, everySec: 0.5, perGroup: 1 },
    each(({ payload }) => fetchPictureOf(payload, true, context)),
  );
  await on(
    "picks.seed",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => seedPicks(payload, context)),
  );
  await on("pages.invalidate", { loops: 1, batch: 200, everySec: 2 }, (jobs) =>
    invalidatePages(
      jobs.map(({ payload }) => payload),
      context,
    ),
  );
}

/** Where articles stand, sections and topics, and what readers like. */
async function registerFiling(on: On, context: WorkerContext): Promise<void> {
  await on("sections.file", { loops: 1, batch: 20, everySec: 1 }, (jobs) =>
    fileSections(
      jobs.map(({ payload }) => payload),
      context,
    ),
  );
  await on(
    "sections.train",
    { loops: 1, batch: 1, everySec: 10 },
    each(() => trainAllSections(context)),
  );
  await on("topics.tag", { loops: 1, batch: 20, everySec: 1 }, (jobs) =>
    tagTopics(
      jobs.map(({ payload }) => payload),
      context,
    ),
  );
  await on(
    "topics.refresh",
    { loops: 1, batch: 1, everySec: 10 },
    each(() => refreshTopics(context)),
  );
  await on(
    "profiles.learn",
    { loops: 1, batch: 1, everySec: 5 },
    each(({ payload }) => learnProfiles(payload, context)),
  );
}

/** Mails and money. */
async function registerMembers(on: On, context: WorkerContext): Promise<void> {
  await on(
    "mail.proof",
    { loops: 2, batch: 1, everySec: 0.5 },
    each(({ payload }) => sendProof(payload, context)),
  );
  await on(
    "mail.notice",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => sendAccountNotice(payload, context)),
  );
  await on(
    "mail.welcome",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => sendWelcome(payload, context)),
  );
  await on(
    "sandbox.deliver",
    { loops: 1, batch: 1, everySec: 0.5 },
    each(() => deliverSandboxEvents(context)),
  );
  await on(
    "mail.membership",
    { loops: 1, batch: 1, everySec: 1 },
    each(({ payload }) => sendMembershipMail(payload, context)),
  );
  await on(
    "mail.gift",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => sendGiftMail(payload, context)),
  );
  await on(
    "billing.settle",
    { loops: 2, batch: 1, everySec: 0.5 },
    each(({ payload }) => settleMembership(payload, context)),
  );
  await on(
    "billing.notices",
    { loops: 1, batch: 1, everySec: 1 },
    each(({ payload }) => sendNotices(payload, context)),
  );
  await on(
    "billing.demo",
    { loops: 1, batch: 1, everySec: 2 },
    each(() => seedMembership(context)),
  );
  await on(
    "billing.reconcile",
    { loops: 1, batch: 1, everySec: 30 },
    each(() => reconcileBilling(context)),
  );
  await on(
    "audit.verify",
    { loops: 1, batch: 1, everySec: 30 },
    each(() => verifyAudit(context)),
  );
}

function each<Name extends QueueName>(handle: (job: Delivery<Name>) => Promise<void>): Handler<Name> {
  return async (jobs) => {
    for (const job of jobs) await handle(job);
  };
}

async function work<Name extends QueueName>(
  boss: PgBoss,
  name: Name,
  pace: Pace,
  handler: Handler<Name>,
  context: WorkerContext,
): Promise<void> {
  const options = {
    localConcurrency: pace.loops,
    batchSize: pace.batch,
    pollingIntervalSeconds: pace.everySec,
    ...(pace.perGroup !== undefined && { localGroupConcurrency: pace.perGroup }),
    includeMetadata: true,
  } as const;
  await boss.work<unknown, void, typeof options>(name, options, async (jobs) => {
    try {
      await handler(jobs.map((job) => ({ payload: readPayload(name, job.data), attempt: job.retryCount })));
    } catch (cause) {
      context.log.error({ job: name, err: cause }, "a job failed");
      throw cause;
    }
  });
}

/** @throws ZodError for a payload that no version of ours wrote: the job fails and stays to be looked at */
function readPayload<Name extends QueueName>(name: Name, data: unknown): Payload<Name> {
  return payloads[name].parse(data) as Payload<Name>;
}
