import { directionOf, languageOf } from "@/components/card/text-language";
import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { languageName } from "@/components/publisher/place-words";
import { PublisherMark } from "@/components/publisher-mark/publisher-mark";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { TitleEntry } from "@/lib/feeds/publisher-mark";
import { groupTitles } from "./group-titles";

type TitlesPageProps = { titles: TitleEntry[]; viewer: ViewerBadge; now: Date; signOutUrl?: string };

const accessWords = {
  open: "Open to all",
  registered: "With an account",
  metered: "For members, some with an account",
  lead_in: "For members",
  paid: "For members",
} as const;

/** Every title we carry, by country. */
export function TitlesPage({ titles, viewer, now, signOutUrl }: TitlesPageProps) {
  const groups = groupTitles(titles);
  return (
    <PageFrame viewer={viewer} now={now} path="/titles" signOutUrl={signOutUrl}>
      <header className="page-head">
        <h1>Our titles</h1>
        <p className="page-tagline">
          {`${titles.length} titles from ${groups.length} ${groups.length === 1 ? "country" : "countries"}, one membership.`}
        </p>
      </header>
      {titles.length === 0 && (
        <Notice title="No titles yet">
          The first ones are on their way. <a href="/">Back to the front page</a>
        </Notice>
      )}
      <div className="titles">
        {groups.map((group) => (
          <section key={group.country} aria-labelledby={`country-${group.country}`}>
            <h2 className="label" id={`country-${group.country}`}>
              {group.name}
            </h2>
            {group.titles.map((title) => (
              <TitleLine key={title.slug} title={title} />
            ))}
          </section>
        ))}
      </div>
    </PageFrame>
  );
}

function TitleLine({ title }: { title: TitleEntry }) {
  const facts = [languageName(title.language), accessWords[title.access]];
  if (title.isSample) facts.push("Sample partner");
  return (
    <article className="title-line">
      <h3 lang={languageOf(title)}>
        <PublisherMark publisher={title} />
      </h3>
      {title.tagline !== null && (
        <p lang={languageOf(title)} dir={directionOf(title)}>
          {title.tagline}
        </p>
      )}
      <p className="meta">{facts.join(" · ")}</p>
    </article>
  );
}
