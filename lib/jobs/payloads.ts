import { z } from "zod";
import { NoticeKind } from "@/lib/billing/types";
import { Month } from "@/lib/payouts/types";

const id = z.number().int().positive();
const accountId = z.string().min(1).max(100);
const providerId = z.string().min(1).max(255);
/** `attempt`: tries that went before this one. */
const picture = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{32}$/), attempt: z.number().int().nonnegative().default(0) });

const NoticeName = z.enum([
  "password-changed",
  "address-changed",
  "way-added",
  "way-removed",
  "second-factor-on",
  "second-factor-off",
  "account-erased",
  "role-changed",
  "signed-out-by-office",
  "exported-by-office",
  "erased-by-office",
]);

/** Payloads of all jobs, read before a handler sees them: ids and words of ours, never copies of rows. */
export const payloads = {
  "feeds.hubs": z.strictObject({}),
  "feeds.poll": z.strictObject({ feedId: id }),
  /** `url` is the document behind the feed with this number, counted from 1. */
  "feeds.older": z.strictObject({ feedId: id, url: z.url({ protocol: /^https?$/ }).max(2_048), page: z.number().int().positive() }),
  "titles.look": z.strictObject({ lookId: z.string().min(1).max(100) }),
  "titles.logo": z.strictObject({ publisherId: id, url: z.url({ protocol: /^https?$/ }).max(2_048) }),
  "titles.merge": z.strictObject({ publisherId: id }),
  "titles.quiet": z.strictObject({}),
  "mail.quiet": z.strictObject({ userId: accountId, publisherIds: z.array(id).min(1).max(200) }),
  "feeds.hasten": z.strictObject({ feedId: id }),
  "articles.purge": z.strictObject({ articleId: id }),
  "articles.enrich": z.strictObject({ articleId: id }),
  "stories.assign": z.strictObject({ language: z.string().min(1).max(20) }),
  "stories.rank": z.strictObject({ language: z.string().min(1).max(20) }),
  "stories.refresh": z.strictObject({}),
  /** Stories of a language that the desk changed. */
  "stories.announce": z.strictObject({ language: z.string().min(1).max(20), storyIds: z.array(id).max(1_000) }),
  "sections.train": z.strictObject({}),
  /** Of these articles; of none: of all of the last days. */
  "sections.file": z.strictObject({ articleIds: z.array(id).max(2_000) }),
  "topics.tag": z.strictObject({ articleIds: z.array(id).max(2_000) }),
  "topics.refresh": z.strictObject({}),
  /** How far back to look for readers who were not learnt from. */
  "profiles.learn": z.strictObject({ lookbackHours: z.number().int().positive().max(10_000) }),
  "pictures.fetch": picture,
  "pictures.want": picture,
  "pages.invalidate": z.strictObject({
    articleIds: z.array(id).max(2_000).default([]),
    tags: z.array(z.string().max(200)).max(200).default([]),
  }),
  "mail.proof": z.strictObject({ proofId: z.string().min(1).max(100) }),
  // The address itself, because the account may have another one by then.
  "mail.notice": z.strictObject({ notice: NoticeName, name: z.string().max(100), to: z.email().max(254) }),
  "mail.welcome": z.strictObject({ userId: z.string().min(1).max(100) }),
  "mail.membership": z.strictObject({ userId: accountId, kind: NoticeKind, dueAt: z.iso.datetime() }),
  "mail.report": z.strictObject({ reportId: id }),
  "mail.gift": z.strictObject({ giftId: z.string().min(1).max(100), giverId: accountId, to: z.enum(["giver", "recipient"]) }),
  "billing.settle": z.strictObject({
    customerId: providerId.nullable(),
    /** A checkout that was paid: what binds a customer to an account. */
    sessionId: providerId.nullable().default(null),
  }),
  /** Of one account, or of all. */
  "billing.notices": z.strictObject({ userId: accountId.optional() }),
  "billing.demo": z.strictObject({}),
  "billing.reconcile": z.strictObject({}),
  "audit.verify": z.strictObject({}),
  /** Of this month, as somebody asked; of none: of the open one, once its days of grace are over. */
  "payouts.close": z.strictObject({ month: Month.optional() }),
  "payouts.check": z.strictObject({}),
  "mail.books": z.strictObject({ userId: accountId, kind: z.enum(["close", "check"]) }),
  /** Today and so many days less one before it; `hasCountries`: readers by country too. */
  "partners.count": z.strictObject({ days: z.number().int().positive().max(400), hasCountries: z.boolean() }),
  "picks.seed": z.strictObject({ origin: z.url({ protocol: /^https?$/ }) }),
  "sandbox.deliver": z.strictObject({}),
} as const;

export type Payload<Name extends keyof typeof payloads> = z.infer<(typeof payloads)[Name]>;
