import { BarsWithTable } from "@/components/chart/bars-with-table";
import { barValues, lengthWords } from "@/components/desk/health/health-words";
import { stateWords, verdictWords } from "@/components/desk/titles/title-words";
import { PageFrame } from "@/components/frame/page-frame";
import { TimeStamp } from "@/components/time/time-stamp";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { findSection } from "@/lib/articles/sections";
import type { PublicHealth } from "@/lib/feeds/public-health";

type HealthPageProps = { health: PublicHealth; viewer: ViewerBadge; now: Date; signOutUrl?: string };

/** How a title is being read, for anyone who wants to know: its feeds without their addresses. */
export function HealthPage({ health, viewer, now, signOutUrl }: HealthPageProps) {
  const { slug, name, standing, quietSince, feeds, notes, decisions } = health;
  return (
    <PageFrame viewer={viewer} now={now} path={`/publisher/${slug}/health`} signOutUrl={signOutUrl}>
      <header className="page-head">
        <h1>How we read {name}</h1>
        <p className="page-tagline">{standingLine(standing, feeds.length)}</p>
        {quietSince && (
          <p className="page-facts">
            It has been quiet for longer than is its habit; noticed <TimeStamp at={quietSince.toISOString()} now={now} />.
          </p>
        )}
        <p className="page-facts">
          <a href={`/publisher/${slug}`}>What {name} wrote</a>
        </p>
      </header>
      <ul className="health-feeds">
        {feeds.map((feed, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: feeds of one host are told apart by nothing else that may be shown.
          <li key={index}>
            <div>
              <h2>
                {feed.host}
                {`, ${sectionWords(feed.section)}`}
              </h2>
              <p>
                {stateWords[feed.state]}
                {" · "}
                {feed.lastSuccessAt ? (
                  <>
                    last read <TimeStamp at={feed.lastSuccessAt.toISOString()} now={now} />
                  </>
                ) : (
                  "never read yet"
                )}
                {` · asked every ${lengthWords(feed.intervalSec)}`}
                {feed.gaps > 0 && ` · ${feed.gaps} ${feed.gaps === 1 ? "gap" : "gaps"} in 30 days`}
              </p>
            </div>
            <BarsWithTable
              title="New entries a day"
              heads={["Day (UTC)", "Entries"]}
              values={barValues(feed.days)}
              width={224}
              height={48}
            />
          </li>
        ))}
      </ul>
      {decisions.length > 0 && (
        <section className="health-log">
          <h2>Why it is here</h2>
          <ul>
            {decisions.map(({ verdict, reason, decidedAt }) => (
              <li key={decidedAt.getTime()}>
                {verdictWords[verdict] ?? verdict}, <TimeStamp at={decidedAt.toISOString()} now={now} />: {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.length > 0 && (
        <section className="health-log">
          <h2>Lately</h2>
          <ul>
            {notes.map(({ kind, at }) => (
              <li key={`${kind} ${at.getTime()}`}>
                {noteWords[kind] ?? kind}, <TimeStamp at={at.toISOString()} now={now} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </PageFrame>
  );
}

/** What the feed is of; several may be of one section. */
const sectionWords = (section: string): string => findSection(section)?.name ?? "all sections";

function standingLine(standing: PublicHealth["standing"], feeds: number): string {
  if (standing === "retired") return "Nothing new comes from it any more: its feeds are no longer read.";
  if (standing === "paused") return "Its feeds are not being read for now.";
  if (feeds === 0) return "None of its feeds is being read for now.";
  return `${feeds === 1 ? "One feed is" : `${feeds} feeds are`} read for it. Bars: the last 14 days; a tick below marks a day on which it did not answer.`;
}

const noteWords: Record<string, string> = {
  failing: "A feed stopped answering",
  healed: "A feed answers again",
  moved: "A feed moved to another address",
  merged: "Two feeds became one",
  gone: "A feed was withdrawn",
  gap: "Entries may have come and gone unseen",
  quiet: "It went quiet against its habit",
  spoke: "It speaks again",
};
