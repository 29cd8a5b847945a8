import { DeskFrame } from "@/components/desk/desk-frame";
import { Heads } from "@/components/desk/heads";
import { exactWords } from "@/components/desk/log/exact-time";
import { ScrollBox } from "@/components/desk/log/scroll-box";
import type { OwnFeed, OwnFeedEvent, SelfCheck } from "@/lib/partners/types";
import { DayBars } from "./day-bars";
import { listFindings, stateWords } from "./feed-words";

type DeadPicture = { slug: string; headline: string; sourceUrl: string; failure: string };

type FeedsPageProps = {
  staff: { name: string; role: "publisher" };
  title: { name: string };
  feeds: OwnFeed[];
  events: OwnFeedEvent[];
  check: SelfCheck;
  deadPictures: DeadPicture[];
  /** The last days, oldest first. */
  span: readonly string[];
};

/** How a title's feeds are, and what its articles lack, with what to do about each. */
export function FeedsPage({ staff, title, feeds, events, check, deadPictures, span }: FeedsPageProps) {
  return (
    <DeskFrame
      staff={staff}
      path="/partner/feeds"
      title="Feeds"
      words={`What we ask ${title.name} for, how it answers, and what would make it better here.`}
    >
      {feeds.length === 0 && <p className="desk-empty">We ask no feed of yours. Write to the desk with its address.</p>}
      {feeds.map((feed) => (
        <Feed key={feed.id} feed={feed} span={span} />
      ))}
      <h2>Self-check</h2>
      <Findings check={check} />
      <DeadPictures pictures={deadPictures} />
      <h2>What happened</h2>
      <Events events={events} feeds={feeds} />
    </DeskFrame>
  );
}

function Feed({ feed, span }: { feed: OwnFeed; span: readonly string[] }) {
  const { name, advice } = stateWords[feed.state];
  const brought = new Map(feed.days.map(({ day, entries }) => [day, entries]));
  return (
    <section className="partner-feed" aria-label={feed.url}>
      <h3>{feed.url}</h3>
      <p>
        <strong>{name}.</strong> {advice}
      </p>
      {feed.lastError && feed.failureCount > 0 && (
        <p className="desk-note is-warning">
          {feed.lastError} ({feed.failureCount === 1 ? "once" : `${feed.failureCount} times in a row`})
        </p>
      )}
      {feed.findings.length > 0 && (
        <div className="desk-note">
          <p>What we ran into when we last read it:</p>
          {feed.findings.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      )}
      <div className="partner-feed-facts">
        <dl className="desk-facts">
          <When term="Last read well" at={feed.lastSuccessAt} />
          <When term="Newest entry" at={feed.lastEntryAt} />
          <div>
            <dt>We ask about every</dt>
            <dd>{Math.round(feed.intervalSec / 60)} min</dd>
          </div>
        </dl>
        <DayBars days={span.map((day) => ({ day, value: brought.get(day) ?? 0 }))} unit="New entries a day" />
      </div>
    </section>
  );
}

const When = ({ term, at }: { term: string; at: Date | null }) => (
  <div>
    <dt>{term}</dt>
    <dd>{at ? <time dateTime={at.toISOString()}>{exactWords(at)}</time> : "never"}</dd>
  </div>
);

function Findings({ check }: { check: SelfCheck }) {
  const findings = listFindings(check);
  if (check.articles === 0) return <p className="desk-empty">There is no article to look at yet.</p>;
  if (findings.length === 0) return <p className="desk-empty">Nothing is missing in your {check.articles} newest articles.</p>;
  return (
    <ul className="partner-findings">
      {findings.map(({ words, advice }) => (
        <li key={words}>
          <strong>{words}</strong> {advice}
        </li>
      ))}
    </ul>
  );
}

function DeadPictures({ pictures }: { pictures: readonly DeadPicture[] }) {
  if (pictures.length === 0) return null;
  return (
    <ScrollBox name="Pictures">
      <table className="desk-table">
        <caption>Pictures that could not be had, of the newest articles; at most 20</caption>
        <Heads names={["Article", "Address of the picture", "What we were told"]} />
        <tbody>
          {pictures.map((picture) => (
            <tr key={picture.slug}>
              <th scope="row">
                <a href={`/partner/articles/${picture.slug}`}>{picture.headline}</a>
              </th>
              <td className="partner-address">{picture.sourceUrl}</td>
              <td>{picture.failure}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Events({ events, feeds }: { events: readonly OwnFeedEvent[]; feeds: readonly OwnFeed[] }) {
  if (events.length === 0) return <p className="desk-empty">Nothing in the last 30 days: no failure, no move, no gap.</p>;
  const urlOf = new Map(feeds.map(({ id, url }) => [id, url]));
  return (
    <ScrollBox name="Events">
      <table className="desk-table">
        <caption>The last 30 days, newest first; at most 40</caption>
        <Heads names={["When", "Feed", "What"]} />
        <tbody>
          {events.map((event) => (
            <tr key={`${event.feedId} ${event.at.toISOString()} ${event.words}`}>
              <td>
                <time dateTime={event.at.toISOString()}>{exactWords(event.at)}</time>
              </td>
              <td className="partner-address">{urlOf.get(event.feedId)}</td>
              <td>{event.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
