import { moneyWords } from "@/lib/core/money";
import { product } from "@/lib/core/product";
import type { NoticeFacts, NoticeWords } from "./notice-types";
import type { Standing } from "./types";

/** Day two: how everything is read in one place. Whoever has left, or owes a payment, has other things to hear. */
export function secondDayWords({ standing, origin }: NoticeFacts): NoticeWords | null {
  if (hasLeft(standing)) return null;
  return {
    subject: "Everything in one place: where to find it",
    paragraphs: [
      `The front page is one paper made of all titles: ${origin}/`,
      `Every title has a page of its own, and so has every section and every writer: ${origin}/titles`,
      standing.kind === "free"
        ? `Your account opens ${product.meterPerMonth} articles a month in full, beside everything that is free to read; each says what it costs you before it does.`
        : "Every article opens here in full, in its publisher’s words and under its publisher’s name. “Give this article” below it opens it to a friend who has no account.",
    ],
  };
}

/** Day seven: what comes when the trial ends, how to keep everything and how to leave. */
export function seventhDayWords({ standing, charge, origin }: NoticeFacts): NoticeWords | null {
  if (hasLeft(standing)) return null;
  const keep = keepWords(standing, charge ? ` for ${moneyWords(charge.amountMinor, charge.currency)}` : "", origin);
  return {
    subject: standing.kind === "trialing" ? `Your trial ends on ${day(standing.endsAt)}: keep it or leave it` : "A week with us",
    paragraphs: [...keep, `To close the account, and take everything we hold about you with you: ${origin}/settings/data`],
  };
}

function keepWords(standing: Standing, sum: string, origin: string): string[] {
  switch (standing.kind) {
    case "trialing":
      return [
        `Every title is open to you until ${day(standing.endsAt)}. To keep it so: ${origin}/price`,
        "To leave it, do nothing: your account is then free, nothing is charged by itself, and there is nothing to cancel.",
      ];
    case "active":
      return [
        `You are a member; the next payment${sum} is on ${day(standing.renewsAt)}.`,
        `To change, pause or cancel it: ${origin}/membership`,
      ];
    case "gifted":
      return [`Every title is open to you until ${day(standing.endsAt)}, as a present. Nothing is charged, then or later.`];
    default:
      return [`Your account is free: it costs nothing and nothing is charged by itself. To read everything: ${origin}/price`];
  }
}

const hasLeft = ({ kind }: Standing): boolean => ["cancelled", "lapsed", "paused", "past_due"].includes(kind);

const day = (at: Date): string => at.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
