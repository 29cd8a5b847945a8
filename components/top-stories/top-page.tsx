import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { countryName, languageName } from "@/components/publisher/place-words";
import { plainDay } from "@/components/time/format-instant";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { sections } from "@/lib/articles/sections";
import { freshnessBase } from "./explain-place";
import { PlaceRow } from "./place-row";
import { topPath } from "./top-path";
import type { TopView } from "./types";

type TopPageProps = { view: TopView; viewer: ViewerBadge; now: Date };

/** The whole list of top stories, with every point of it open to see. */
export function TopPage({ view, viewer, now }: TopPageProps) {
  const { edition, section, places } = view;
  const base = freshnessBase(now);
  return (
    <PageFrame viewer={viewer} now={now} path={topPath(section?.slug ?? "all", edition)} current={section?.slug}>
      <header className={`page-head ${section ? `hue-${section.hue}` : ""}`}>
        <h1>{section ? `Top in ${section.name}` : "Top stories right now"}</h1>
        <p className="page-tagline">What most newsrooms tell, and how high they put it themselves. Each place says why.</p>
      </header>
      <Ways view={view} />
      {places.length === 0 ? (
        <Notice title="No list here yet">
          {section ? `Nothing in ${section.name} is told widely enough at the moment. ` : "It is made anew every few minutes. "}
          <a href="/top">See all top stories</a>
        </Notice>
      ) : (
        <ol className="numbered top-list">
          {places.map((place) => (
            <PlaceRow key={place.rank} place={place} base={base} now={now} />
          ))}
        </ol>
      )}
      {places.length > 0 && (
        <p className="top-note">
          {`Eight hours of freshness are worth one point, and so are twice as many titles. Freshness counts from ${plainDay(base.toISOString(), now)}, for every story alike.`}
        </p>
      )}
    </PageFrame>
  );
}

function Ways({ view: { edition, editions, languages, section } }: { view: TopView }) {
  const [language = ""] = edition.split("-");
  const here = section?.slug ?? "all";
  return (
    <div className="top-ways">
      <Choice
        name="Top stories by section"
        choices={[{ slug: "all" as const, name: "All" }, ...sections].map(({ slug, name }) => ({
          href: topPath(slug, edition),
          name,
          isHere: slug === here,
        }))}
      />
      <Choice
        name="Languages"
        choices={languages.map((each) => ({ href: topPath("all", each), name: languageName(each), isHere: each === language }))}
      />
      <Choice
        name="Countries"
        choices={editions.map((each) => ({ href: topPath("all", each), name: placeName(each), isHere: each === edition }))}
      />
    </div>
  );
}

/** Of an edition's name what its language does not say. */
function placeName(edition: string): string {
  const [, country] = edition.split("-");
  return country === undefined ? "Everywhere" : countryName(country);
}

type ChoiceProps = { name: string; choices: { href: string; name: string; isHere: boolean }[] };

function Choice({ name, choices }: ChoiceProps) {
  if (choices.length < 2) return null;
  return (
    <nav className="switch" aria-label={name}>
      {choices.map((choice) => (
        <a key={choice.href} href={choice.href} aria-current={choice.isHere ? "page" : undefined}>
          {choice.name}
        </a>
      ))}
    </nav>
  );
}
