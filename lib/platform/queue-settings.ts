import type { Queue } from "pg-boss";

/**
 * Every queue and how it treats its jobs. `short` keeps one waiting job a key, `exclusive` one waiting or
 * running job a key. Retries are bounded and back off with jitter; what still fails stays as a failed row.
 */
export const queueSettings = {
  "feeds.sweep": { policy: "exclusive", retryLimit: 0, expireInSeconds: 60, deleteAfterSeconds: 3_600 },
  "feeds.poll": { policy: "standard", retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  "stories.assign": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 2, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  "stories.refresh": { policy: "short", retryLimit: 3, retryBackoff: true, retryDelay: 2, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  "pictures.fetch": {
    policy: "exclusive",
    retryLimit: 2,
    retryBackoff: true,
    retryDelay: 30,
    expireInSeconds: 120,
    deleteAfterSeconds: 3_600,
  },
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
