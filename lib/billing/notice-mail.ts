import { moneyWords } from "@/lib/core/money";
import { product } from "@/lib/core/product";
import type { NoticeFacts, NoticeMail, NoticeWords } from "./notice-types";
import type { NoticeKind, Plan } from "./types";
import { secondDayWords, seventhDayWords } from "./welcome-words";

/**
 * The mail of a notice. It says what is so when it goes out, in plain words, with the sum and the date of whatever is
 * charged next, and where to stop it.
 *
 * @returns null when it is no longer so: someone who has joined is not told that the trial ends
 */
export function noticeMail(kind: NoticeKind, facts: NoticeFacts): NoticeMail | null {
  const words = wordsOf[kind](facts);
  if (!words) return null;
  const unsubscribeUrl = isWelcome(kind) ? facts.unsubscribeUrl : null;
  const stop = unsubscribeUrl ? [`No more of these, with one press: ${unsubscribeUrl}`] : [];
  const text = [`Hello ${facts.name},`, ...words.paragraphs, product.name, ...stop].join("\n\n");
  return { subject: words.subject, text: `${text}\n`, unsubscribeUrl };
}

const isWelcome = (kind: NoticeKind): boolean => kind === "welcome-2-days" || kind === "welcome-7-days";

const wordsOf: Record<NoticeKind, (facts: NoticeFacts) => NoticeWords | null> = {
  "trial-3-days": trialEnding,
  "trial-1-day": trialEnding,
  "trial-over": ({ standing, origin }) =>
    standing.kind === "free"
      ? {
          subject: "Your trial is over, and nothing was charged",
          paragraphs: [
            "Your account is free from now on: nothing was charged, nothing will be, and there is nothing to cancel.",
            `What is open without a membership stays open to you. To read everything again: ${origin}/price`,
          ],
        }
      : null,
  started: (facts) =>
    facts.standing.kind === "active"
      ? {
          subject: `You are a member of ${product.name}`,
          paragraphs: ["Every title is open to you. Thank you.", nextPayment(facts), leaving(facts)],
        }
      : null,
  "renewal-soon": (facts) =>
    facts.standing.kind === "active"
      ? { subject: `Your membership renews on ${day(facts.standing.renewsAt)}`, paragraphs: [nextPayment(facts), leaving(facts)] }
      : null,
  "payment-failed": (facts) => owing(facts, "A payment did not go through"),
  "grace-ending": (facts) => owing(facts, "Your membership is about to end"),
  cancelled: ({ standing, origin }) => ({
    subject: "Receipt: you have cancelled your membership",
    paragraphs: [
      standing.kind === "cancelled"
        ? `Everything stays open to you until ${day(standing.endsAt)}. Nothing more is charged.`
        : "Your membership has ended. Nothing more is charged.",
      standing.kind === "cancelled"
        ? `If you change your mind before then: ${origin}/membership`
        : `You are welcome back at any time: ${origin}/price`,
    ],
  }),
  ended: ({ standing, origin }) =>
    standing.kind === "lapsed"
      ? {
          subject: "Your membership has ended",
          paragraphs: [
            "Your membership has ended, and nothing more is charged. Your account, and what you have saved in it, stays.",
            `You are welcome back at any time: ${origin}/price`,
          ],
        }
      : null,
  paused: (facts) =>
    facts.standing.kind === "paused"
      ? {
          subject: `Your membership pauses until ${day(facts.standing.resumesAt)}`,
          paragraphs: [
            `What is paid for stays open until ${day(facts.standing.openUntil)}. Nothing is charged before ${day(facts.standing.resumesAt)}; then your membership goes on${sum(facts, " for ")}.`,
            leaving(facts),
          ],
        }
      : null,
  "resumes-soon": (facts) =>
    facts.standing.kind === "paused"
      ? {
          subject: `Your membership goes on from ${day(facts.standing.resumesAt)}`,
          paragraphs: [
            `Your pause ends on ${day(facts.standing.resumesAt)}. Your membership then goes on${sum(facts, " for ")}.`,
            leaving(facts),
          ],
        }
      : null,
  "gift-opened": ({ standing, origin }) => ({
    subject: "Your present is open",
    paragraphs: [
      standing.kind === "gifted"
        ? `Every title is open to you until ${day(standing.endsAt)}. Nothing is charged, then or later.`
        : "Its months begin when what is open to you already has ended, so none of them is lost.",
      `Start reading: ${origin}/`,
    ],
  }),
  "gift-ending": ({ standing, origin }) =>
    standing.kind === "gifted"
      ? {
          subject: `Your present ends on ${day(standing.endsAt)}`,
          paragraphs: [
            `Every title is open to you until ${day(standing.endsAt)}. After that your account is free: nothing is charged by itself.`,
            `To go on reading everything: ${origin}/price`,
          ],
        }
      : null,
  "welcome-2-days": secondDayWords,
  "welcome-7-days": seventhDayWords,
};

function trialEnding({ standing, origin }: NoticeFacts): NoticeWords | null {
  if (standing.kind !== "trialing") return null;
  const left = standing.daysLeft === 1 ? "tomorrow" : `in ${standing.daysLeft} days`;
  return {
    subject: `Your trial ends ${left}`,
    paragraphs: [
      `Every title is open to you until ${day(standing.endsAt)}. After that your account is free: nothing is charged by itself, and there is nothing to cancel.`,
      `To go on reading everything: ${origin}/price`,
    ],
  };
}

function owing(facts: NoticeFacts, subject: string): NoticeWords | null {
  if (facts.standing.kind !== "past_due") return null;
  const until = day(facts.standing.graceEndsAt);
  return {
    subject,
    paragraphs: [
      `Your last payment${sum(facts, " of ")} did not go through. Everything stays open to you until ${until}, and the payment is tried again before then.`,
      `To give another card: ${facts.origin}/membership`,
      `If nothing is paid by ${until}, your membership ends and you owe nothing.`,
    ],
  };
}

function nextPayment(facts: NoticeFacts): string {
  if (facts.standing.kind !== "active") return "Nothing more is charged.";
  return `The next payment${sum(facts, " of ")} is on ${day(facts.standing.renewsAt)}.`;
}

const leaving = ({ origin }: NoticeFacts): string => `To change, pause or cancel it, on one page: ${origin}/membership`;

const perPlan: Record<Plan, string> = { monthly: " a month", yearly: " a year" };

const sum = ({ charge, plan }: NoticeFacts, before: string): string =>
  charge ? `${before}${moneyWords(charge.amountMinor, charge.currency)}${plan ? perPlan[plan] : ""}` : "";

const day = (at: Date): string => at.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
