import type { Charge } from "./prices";
import type { Plan, Standing } from "./types";

/** What a notice is made of, as things stand when it goes out. */
export type NoticeFacts = {
  name: string;
  standing: Standing;
  plan: Plan | null;
  /** What is charged next; null where nothing is. */
  charge: Pick<Charge, "currency" | "amountMinor"> | null;
  /** The instant the notice is about. */
  dueAt: Date;
  origin: string;
  /** Where the mails of the first week are stopped. */
  unsubscribeUrl: string;
};

/** What a mail says between the greeting and the name of the house. */
export type NoticeWords = { subject: string; paragraphs: string[] };

/** `unsubscribeUrl`: where mails of this kind are stopped; null for those that tell what somebody must know. */
export type NoticeMail = { subject: string; text: string; unsubscribeUrl: string | null };
