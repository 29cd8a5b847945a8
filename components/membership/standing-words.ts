import type { Plan, Standing } from "@/lib/billing/types";
import { moneyWords } from "@/lib/core/money";
import { product } from "@/lib/core/product";
import { dateWords } from "./date-words";
import { planName, pricePerPeriod } from "./plan-words";

export type StandingWords = {
  /** Where the account stands, in one plain sentence. */
  sentence: string;
  /** What follows from it. */
  after: string;
};

const freeReading = `free titles in full, and ${product.meterPerMonth} articles a month from metered ones`;

/**
 * Where an account stands, as its own page says it.
 *
 * @param now tells a pause that has begun from one to come
 */
export function standingWords(standing: Standing, now: Date): StandingWords {
  switch (standing.kind) {
    case "free":
      return {
        sentence: standing.hadTrial ? "Your trial is over, and nothing was charged." : "You have a free account.",
        after: `It opens ${freeReading}.`,
      };
    case "trialing":
      return {
        sentence: `Your trial runs${daysAside(standing.daysLeft)} until ${dateWords(standing.endsAt)}.`,
        after: "Every title is open to you. When it ends nothing is charged, and you keep a free account.",
      };
    case "active":
      return {
        sentence: `You are a member until ${dateWords(standing.renewsAt)}; then ${pricePerPeriod(standing.plan, standing.amountMinor, standing.currency)}.`,
        after: "Every title is open to you.",
      };
    case "gifted":
      return {
        sentence: `You are a member until ${dateWords(standing.endsAt)}, as a present.`,
        after: "Every title is open to you. Nothing is charged when it ends, and you keep a free account.",
      };
    default:
      return troubledWords(standing, now);
  }
}

type Troubled = Exclude<Standing, { kind: "free" | "trialing" | "active" | "gifted" }>;

function troubledWords(standing: Troubled, now: Date): StandingWords {
  switch (standing.kind) {
    case "past_due":
      return {
        sentence: `Your last payment of ${moneyWords(standing.amountMinor, standing.currency)} did not go through.`,
        after: `Everything stays open until ${dateWords(standing.graceEndsAt)} while you set it right. Another card will do.`,
      };
    case "cancelled":
      return {
        sentence: `Your membership is cancelled and runs until ${dateWords(standing.endsAt)}.`,
        after: "Every title is open to you until then. Nothing more is charged.",
      };
    case "paused":
      return {
        sentence: `Your membership is paused until ${dateWords(standing.resumesAt)}.`,
        after: pauseWords(standing.openUntil, now),
      };
    case "lapsed":
      return {
        sentence: `Your membership ended on ${dateWords(standing.endedAt)}.`,
        after: `Nothing more is charged. Your free account opens ${freeReading}.`,
      };
    default:
      return standing satisfies never;
  }
}

const pauseWords = (openUntil: Date, now: Date): string =>
  openUntil > now
    ? `Every title is open to you until ${dateWords(openUntil)}, which you have paid for. Then nothing is charged until it begins again by itself.`
    : "Nothing is charged meanwhile. It begins again by itself.";

const daysAside = (daysLeft: number): string => (daysLeft === 1 ? " for one more day," : ` for ${daysLeft} more days,`);

/** One line of the facts under the sentence. */
export type StandingFact = { term: string; words: string };

/**
 * What comes next and when, as terms and words: the plan, the next payment or its absence, and what is open.
 *
 * @param plan the plan paid for now or last
 * @param giftUntil until when a present opens everything, where there is one
 */
export function standingFacts(standing: Standing, plan: Plan | null, giftUntil: Date | null, now: Date): StandingFact[] {
  const facts: StandingFact[] = [{ term: "Next payment", words: nextPayment(standing) }];
  if (plan !== null && hasPlan(standing)) facts.unshift({ term: "Plan", words: planName[plan] });
  facts.push({ term: "Open to you", words: openWords(standing, now) });
  if (giftUntil !== null && giftUntil > now && standing.kind !== "gifted") {
    facts.push({ term: "Your present", words: `Opens everything until ${dateWords(giftUntil)}` });
  }
  return facts;
}

const hasPlan = ({ kind }: Standing): boolean => kind === "active" || kind === "past_due" || kind === "cancelled" || kind === "paused";

function nextPayment(standing: Standing): string {
  switch (standing.kind) {
    case "active":
      return `${moneyWords(standing.amountMinor, standing.currency)} on ${dateWords(standing.renewsAt)}`;
    case "past_due":
      return `${moneyWords(standing.amountMinor, standing.currency)}, due now`;
    case "paused":
      return `None before ${dateWords(standing.resumesAt)}`;
    default:
      return "None";
  }
}

function openWords(standing: Standing, now: Date): string {
  const free = `Free titles, and ${product.meterPerMonth} metered articles a month`;
  if (standing.kind === "free" || standing.kind === "lapsed") return free;
  return standing.kind === "paused" && standing.openUntil <= now ? free : "Every title, in full";
}
