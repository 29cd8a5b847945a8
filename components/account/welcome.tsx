import { dateWords } from "@/components/membership/date-words";
import { sections } from "@/lib/articles/sections";

type WelcomeProps = {
  trialEndsAt: Date | null;
  daysLeft: number;
  /** Whether what the front page is made of has been picked already. */
  hasChosen: boolean;
};

/** What a new account has, until when, and the ways on. */
export function Welcome({ trialEndsAt, daysLeft, hasChosen }: WelcomeProps) {
  return (
    <div className="welcome">
      {trialEndsAt && daysLeft > 0 && (
        <p>
          Your trial runs for {daysLeft} days, until <time dateTime={trialEndsAt.toISOString()}>{dateWords(trialEndsAt)}</time>. We hold no
          card of yours: when it ends, nothing is charged, and you keep a free account. <a href="/price">What it costs to stay</a>
        </p>
      )}
      <WaysOn hasChosen={hasChosen} />
      <p>
        Or turn to a section, or to <a href="/membership">your membership</a>:
      </p>
      <ul className="welcome-sections">
        {sections.map((section) => (
          <li key={section.slug}>
            <a href={`/section/${section.slug}`}>{section.name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function WaysOn({ hasChosen }: Pick<WelcomeProps, "hasChosen">) {
  return (
    <>
      <p className="welcome-ways">
        <a className="button" href={hasChosen ? "/" : "/start"}>
          {hasChosen ? "Open the front page" : "Make it yours"}
        </a>
        <a className="button button-quiet" href={hasChosen ? "/following" : "/"}>
          {hasChosen ? "What you follow" : "Open the front page"}
        </a>
      </p>
      <p>
        {hasChosen ? "What you picked is kept." : "Pick a few titles, sections and topics: it takes a minute, and you see the page change."}
      </p>
    </>
  );
}
