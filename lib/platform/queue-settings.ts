import type { Queue } from "pg-boss";

/** One document of a publisher's, which is asked for again minutes later where its server did not answer. */
const publisherFetch = {
  policy: "exclusive",
  retryLimit: 3,
  retryBackoff: true,
  retryDelay: 60,
  expireInSeconds: 120,
  deleteAfterSeconds: 3_600,
} as const;

/**
 * Every queue and how it treats its jobs. `short` keeps one waiting job a key, `exclusive` one waiting or
 * running job a key. Retries are bounded and back off with jitter; what still fails stays as a failed row.
 */
export const queueSettings = {
  "feeds.hubs": { policy: "exclusive", retryLimit: 0, expireInSeconds: 900, deleteAfterSeconds: 3_600 },
  "feeds.hasten": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 5, expireInSeconds: 60, deleteAfterSeconds: 3_600 },
  // Someone waits: tried again soon, also when the feed was being polled just then.
  "feeds.poll": { policy: "short", retryLimit: 6, retryDelay: 10, expireInSeconds: 120, deleteAfterSeconds: 3_600 },
  "titles.look": { policy: "exclusive", retryLimit: 1, retryDelay: 2, expireInSeconds: 180, deleteAfterSeconds: 3_600 },
  "titles.logo": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 5, expireInSeconds: 120, deleteAfterSeconds: 3_600 },
  "titles.merge": { policy: "short", retryLimit: 5, retryBackoff: true, retryDelay: 5, expireInSeconds: 600, deleteAfterSeconds: 86_400 },
  "titles.quiet": { policy: "exclusive", retryLimit: 1, retryDelay: 60, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  "mail.quiet": { policy: "standard", retryLimit: 8, retryBackoff: true, retryDelay: 30, expireInSeconds: 120, deleteAfterSeconds: 86_400 },
  "feeds.older": publisherFetch,
  "articles.enrich": publisherFetch,
  "stories.assign": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 2, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  "stories.rank": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 2, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  "stories.refresh": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 2, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  "stories.announce": {
    policy: "standard",
    retryLimit: 3,
    retryBackoff: true,
    retryDelay: 2,
    expireInSeconds: 300,
    deleteAfterSeconds: 3_600,
  },
  // Tried for hours: what is withdrawn must not stay on a disk because a store was away.
  "articles.purge": {
    policy: "short",
    retryLimit: 12,
    retryBackoff: true,
    retryDelay: 5,
    retryDelayMax: 3_600,
    expireInSeconds: 600,
    deleteAfterSeconds: 86_400,
  },
  "sections.train": { policy: "exclusive", retryLimit: 1, retryDelay: 60, expireInSeconds: 1_800, deleteAfterSeconds: 86_400 },
  "sections.file": {
    policy: "standard",
    retryLimit: 3,
    retryBackoff: true,
    retryDelay: 5,
    expireInSeconds: 600,
    deleteAfterSeconds: 3_600,
  },
  "topics.tag": { policy: "standard", retryLimit: 3, retryBackoff: true, retryDelay: 5, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  "topics.refresh": { policy: "exclusive", retryLimit: 1, retryDelay: 30, expireInSeconds: 600, deleteAfterSeconds: 3_600 },
  "profiles.learn": { policy: "exclusive", retryLimit: 1, retryDelay: 30, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  // Tries at a publisher are asked for anew, later each time; the queue's own are for faults of ours.
  "pictures.fetch": {
    policy: "exclusive",
    retryLimit: 2,
    retryBackoff: true,
    retryDelay: 30,
    expireInSeconds: 120,
    deleteAfterSeconds: 3_600,
  },
  // A reader waits: what could not be had at once is worth no second try.
  "pictures.want": { policy: "exclusive", retryLimit: 0, expireInSeconds: 120, deleteAfterSeconds: 600 },
  "pages.invalidate": {
    policy: "standard",
    retryLimit: 5,
    retryBackoff: true,
    retryDelay: 1,
    expireInSeconds: 60,
    deleteAfterSeconds: 3_600,
  },
  // A reader waits for this one: tried again at once, and given up when its code would be too old.
  "mail.proof": {
    policy: "exclusive",
    retryLimit: 6,
    retryBackoff: true,
    retryDelay: 5,
    expireInSeconds: 60,
    deleteAfterSeconds: 3_600,
  },
  "mail.notice": {
    policy: "standard",
    retryLimit: 8,
    retryBackoff: true,
    retryDelay: 30,
    expireInSeconds: 120,
    deleteAfterSeconds: 3_600,
  },
  "mail.welcome": {
    policy: "exclusive",
    retryLimit: 8,
    retryBackoff: true,
    retryDelay: 30,
    expireInSeconds: 120,
    deleteAfterSeconds: 86_400,
  },
  "mail.membership": {
    policy: "standard",
    retryLimit: 8,
    retryBackoff: true,
    retryDelay: 30,
    expireInSeconds: 120,
    deleteAfterSeconds: 86_400,
  },
  "mail.report": {
    policy: "exclusive",
    retryLimit: 8,
    retryBackoff: true,
    retryDelay: 30,
    expireInSeconds: 120,
    deleteAfterSeconds: 86_400,
  },
  "mail.gift": {
    policy: "exclusive",
    retryLimit: 8,
    retryBackoff: true,
    retryDelay: 30,
    expireInSeconds: 120,
    deleteAfterSeconds: 86_400,
  },
  // Tried for about a day: a provider that is away for an afternoon must not cost a reader anything.
  "billing.settle": {
    policy: "short",
    retryLimit: 12,
    retryBackoff: true,
    retryDelay: 5,
    retryDelayMax: 7_200,
    expireInSeconds: 120,
    deleteAfterSeconds: 86_400,
  },
  "billing.notices": {
    policy: "short",
    retryLimit: 3,
    retryBackoff: true,
    retryDelay: 5,
    expireInSeconds: 300,
    deleteAfterSeconds: 3_600,
  },
  "billing.demo": { policy: "exclusive", retryLimit: 3, retryDelay: 5, expireInSeconds: 60, deleteAfterSeconds: 3_600 },
  "billing.reconcile": { policy: "exclusive", retryLimit: 0, expireInSeconds: 3_600, deleteAfterSeconds: 86_400 },
  // A log that is not whole stays so: the failed job stands for whoever looks.
  "audit.verify": { policy: "exclusive", retryLimit: 0, expireInSeconds: 3_600, deleteAfterSeconds: 604_800 },
  // Whatever stopped a month is looked at by a human, who has a mail: the next night tries anew.
  "payouts.close": { policy: "exclusive", retryLimit: 0, expireInSeconds: 7_200, deleteAfterSeconds: 604_800 },
  "payouts.check": { policy: "exclusive", retryLimit: 0, expireInSeconds: 3_600, deleteAfterSeconds: 604_800 },
  "mail.books": { policy: "standard", retryLimit: 8, retryBackoff: true, retryDelay: 30, expireInSeconds: 120, deleteAfterSeconds: 86_400 },
  "partners.count": { policy: "exclusive", retryLimit: 1, retryDelay: 60, expireInSeconds: 1_800, deleteAfterSeconds: 86_400 },
  "picks.seed": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 5, expireInSeconds: 60, deleteAfterSeconds: 3_600 },
  // What a try did not bring over is asked for anew by the outbox itself.
  "sandbox.deliver": { policy: "standard", retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
} as const satisfies Record<string, Omit<Queue, "name">>;

export type QueueName = keyof typeof queueSettings;

export const queueNames = Object.keys(queueSettings) as QueueName[];
