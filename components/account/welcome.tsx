import { dateWords } from "@/components/membership/date-words";
import { sections } from "@/lib/articles/sections";

type WelcomeProps = { trialEndsAt: Date | null; daysLeft: number };

/** What a new account has, until when, and the ways on. */
export function Welcome({ trialEndsAt, daysLeft }: WelcomeProps) {
  return (
    <div className="welcome">
      {trialEndsAt && daysLeft > 0 && (
        <p>
          Your trial runs for {daysLeft} days, until <time dateTime={trialEndsAt.toISOString()}>{dateWords(trialEndsAt)}</time>. We hold no
          card of yours: when it ends, nothing is charged, and you keep a free account. <a href="/price">What it costs to stay</a>
        </p>
      )}
      <p>
        <a className="button" href="/">
          Open the front page
        </a>
      </p>
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
