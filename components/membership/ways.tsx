import { findPrice } from "@/lib/billing/prices";
import type { MembershipView } from "@/lib/billing/types";
import { moneyWords } from "@/lib/core/money";
import { dateWords } from "./date-words";
import { listWays, type Way } from "./list-ways";
import { planName, pricePerPeriod, yearlySaving } from "./plan-words";
import { PostButton, WayRow } from "./way-row";

type WaysProps = { view: MembershipView };

/** Everything that can be done with the membership as it stands, each with what it does before it is done. */
export function Ways({ view }: WaysProps) {
  return listWays(view.standing)
    .filter((way) => way !== "join")
    .map((way) => <WayOf key={way} way={way} view={view} />);
}

function WayOf({ way, view }: { way: Way; view: MembershipView }) {
  switch (way) {
    case "change-plan":
      return <ChangePlan view={view} />;
    case "pause":
      return <Pause view={view} />;
    case "keep":
      return (
        <WayRow
          id="keep"
          title="Stay after all"
          words="Your membership goes on as before, and the next payment is made when this period ends."
        >
          <PostButton action="/membership/keep" isMain>
            Keep my membership
          </PostButton>
        </WayRow>
      );
    case "read":
      return (
        <WayRow id="read" title="Read on" words="Everything, in every title, as long as the present lasts.">
          <a className="button" href="/">
            To the front page
          </a>
        </WayRow>
      );
    case "see-prices":
      return (
        <WayRow
          id="prices"
          title="When it ends"
          words="You keep a free account, and we write a week before. A membership is yours to begin then."
        >
          <a className="button button-quiet" href="/price">
            What it costs
          </a>
        </WayRow>
      );
    case "resume":
      return (
        <WayRow id="resume" title="Begin again now" words={resumeWords(view)}>
          <PostButton action="/membership/resume" isMain>
            Resume
          </PostButton>
        </WayRow>
      );
    case "mend-card":
      return (
        <WayRow id="card" title="Set the payment right" words="The payment page takes another card, and tries again.">
          <PostButton action="/membership/portal" isMain>
            Change the card
          </PostButton>
        </WayRow>
      );
    case "card":
      return (
        <WayRow id="card" title="Card and invoices" words="The payment provider keeps them, and changes them, on its own page.">
          <PostButton action="/membership/portal">Open the payment page</PostButton>
        </WayRow>
      );
    case "cancel":
      return (
        <WayRow id="cancel" title="Cancel" words="On one page, with one button.">
          <a className="button button-quiet" href="/membership/cancel">
            Cancel membership
          </a>
        </WayRow>
      );
    case "join":
      return null;
    default:
      return way satisfies never;
  }
}

function ChangePlan({ view }: WaysProps) {
  const { standing, prices } = view;
  if (standing.kind !== "active") return null;
  const plan = standing.plan === "monthly" ? "yearly" : "monthly";
  const price = findPrice(prices, plan, standing.currency);
  if (!price) return null;
  const saving = plan === "yearly" ? yearlySaving(prices, standing.currency) : null;
  const begins =
    plan === "yearly"
      ? "It counts from today, and what is left of the present month is set against it."
      : "It begins when the year you have paid for ends.";
  const less = saving === null ? "" : `, ${moneyWords(saving, standing.currency)} less than twelve months`;
  return (
    <WayRow
      id="change-plan"
      title={`${planName[plan]} instead`}
      words={`${pricePerPeriod(plan, price.amountMinor, price.currency)}${less}. ${begins}`}
    >
      <PostButton action="/membership/plan" fields={{ plan }}>
        Change to {plan}
      </PostButton>
    </WayRow>
  );
}

function Pause({ view }: WaysProps) {
  if (view.standing.kind !== "active") return null;
  const from = dateWords(view.standing.renewsAt);
  return (
    <WayRow
      id="pause"
      title="Pause"
      words={`From ${from}, when the paid time is over. Nothing is charged meanwhile, and it begins again by itself.`}
    >
      <form method="post" action="/membership/pause" className="pause">
        <label htmlFor="months">For</label>
        <select id="months" name="months" defaultValue="1">
          <option value="1">one month</option>
          <option value="2">two months</option>
          <option value="3">three months</option>
        </select>
        <button type="submit" className="button button-quiet">
          Pause
        </button>
      </form>
    </WayRow>
  );
}

function resumeWords({ standing }: MembershipView): string {
  const isOpen = standing.kind === "paused";
  return isOpen ? `Instead of on ${dateWords(standing.resumesAt)}. A period that is not paid for yet is charged when it begins.` : "";
}
