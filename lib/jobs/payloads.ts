import { z } from "zod";

const id = z.number().int().positive();
/** `attempt`: tries that went before this one. */
const picture = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{32}$/), attempt: z.number().int().nonnegative().default(0) });

/** Payloads of all jobs, read before a handler sees them: ids and words of ours, never copies of rows. */
export const payloads = {
  "feeds.hubs": z.strictObject({}),
  "feeds.hasten": z.strictObject({ feedId: id }),
  "articles.enrich": z.strictObject({ articleId: id }),
  "stories.assign": z.strictObject({ language: z.string().min(1).max(20) }),
  "stories.refresh": z.strictObject({}),
  "pictures.fetch": picture,
  "pictures.want": picture,
  "pages.invalidate": z.strictObject({
    articleIds: z.array(id).max(2_000).default([]),
    tags: z.array(z.string().max(200)).max(200).default([]),
  }),
  "mail.welcome": z.strictObject({ userId: z.string().min(1).max(100) }),
  "picks.seed": z.strictObject({ origin: z.url({ protocol: /^https?$/ }) }),
} as const;

export type Payload<Name extends keyof typeof payloads> = z.infer<(typeof payloads)[Name]>;
