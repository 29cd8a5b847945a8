import type { Queue } from "pg-boss";

/**
 * Every queue and how it treats its jobs. `short` keeps one waiting job a key, `exclusive` one waiting or
 * running job a key. Retries are bounded and back off with jitter; what still fails stays as a failed row.
 */
export const queueSettings = {
  "feeds.hubs": { policy: "exclusive", retryLimit: 0, expireInSeconds: 900, deleteAfterSeconds: 3_600 },
  "feeds.hasten": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 5, expireInSeconds: 60, deleteAfterSeconds: 3_600 },
  "articles.enrich": {
    policy: "exclusive",
    retryLimit: 3,
    retryBackoff: true,
    retryDelay: 60,
    expireInSeconds: 120,
    deleteAfterSeconds: 3_600,
  },
  "stories.assign": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 2, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  "stories.refresh": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 2, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
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
  "mail.welcome": {
    policy: "exclusive",
    retryLimit: 8,
    retryBackoff: true,
    retryDelay: 30,
    expireInSeconds: 120,
    deleteAfterSeconds: 86_400,
  },
  "picks.seed": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 5, expireInSeconds: 60, deleteAfterSeconds: 3_600 },
} as const satisfies Record<string, Omit<Queue, "name">>;

export type QueueName = keyof typeof queueSettings;

export const queueNames = Object.keys(queueSettings) as QueueName[];
