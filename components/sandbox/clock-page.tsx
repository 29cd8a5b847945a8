import { longInstant } from "@/components/time/format-instant";
import type { ClockStep, SandboxClockView } from "@/lib/billing/sandbox-types";
import { SandboxFrame } from "./sandbox-frame";

const steps: { step: ClockStep; words: string }[] = [
  { step: "day", words: "1 day" },
  { step: "three-days", words: "3 days" },
  { step: "eleven-days", words: "11 days" },
  { step: "month", words: "1 month" },
];

const daySec = 24 * 60 * 60;

/** One account's own clock, its buttons, and what the sandbox has told so far. */
export function ClockPage({ view }: { view: SandboxClockView }) {
  const { now, aheadSec, next, events } = view;
  return (
    <SandboxFrame
      title={longInstant(now.toISOString())}
      words={aheadSec === 0 ? "Your account’s clock is as it should be." : `Your account’s clock is ${aheadWords(aheadSec)} ahead.`}
    >
      <form className="form" action="/sandbox/clock/move" method="post">
        {next && (
          <button type="submit" className="button" name="step" value="next-event">
            To the next event
          </button>
        )}
        <p>{next ? `${longInstant(next.at.toISOString())}: ${next.words}.` : "Nothing is due by itself any more."}</p>
        <fieldset className="choices">
          <legend>Move it ahead by</legend>
          {steps.map(({ step, words }) => (
            <button key={step} type="submit" className="button button-quiet" name="step" value={step}>
              {words}
            </button>
          ))}
        </fieldset>
      </form>
      <p className="sandbox-aside">
        It moves for your account alone, and only ahead. Renewals, failures and endings on the way happen in order, each at its own instant;
        notices go out by mail. <a href="/membership">See your membership</a>
      </p>
      <Events events={events} />
    </SandboxFrame>
  );
}

function Events({ events }: { events: SandboxClockView["events"] }) {
  if (events.length === 0) return null;
  return (
    <section>
      <h2>What the sandbox has told us</h2>
      <ol className="sandbox-events" reversed>
        {events.map(({ id, type, at, tries, isDelivered }) => (
          <li key={id}>
            <code>{type}</code> {longInstant(at.toISOString())} <span>{isDelivered ? "taken" : `on its way, ${tries} tries`}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function aheadWords(aheadSec: number): string {
  const days = Math.round(aheadSec / daySec);
  if (days === 0) return "less than a day";
  return days === 1 ? "1 day" : `${days} days`;
}
