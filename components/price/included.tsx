import { TitleMarks } from "@/components/publisher-mark/title-marks";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import type { CatalogueCount } from "./count-catalogue";

type IncludedProps = { count: CatalogueCount; marks: PublisherMark[] };

/** What one membership holds today, counted, and what "included" means for each kind of title. */
export function Included({ count, marks }: IncludedProps) {
  return (
    <section className="included" aria-labelledby="included">
      <h2 className="label" id="included">
        What is in it today
      </h2>
      <dl className="figures">
        <Figure count={count.titles} one="title" many="titles" />
        <Figure count={count.countries} one="country" many="countries" />
        <Figure count={count.languages} one="language" many="languages" />
      </dl>
      <div className="included-means">
        <dl className="terms">
          {licenceLines(count).map((line) => (
            <div key={line.term}>
              <dt>{line.term}</dt>
              <dd>{line.words}</dd>
            </div>
          ))}
        </dl>
        <p className="aside">
          Which title is which stands beside it in <a href="/titles">our list of titles</a>
          {count.samples > 0 &&
            `. ${count.samples} more in that list ${count.samples === 1 ? "is a sample partner" : "are sample partners"}: written for this paper to show how a partner reads, and not counted here`}
          .
        </p>
      </div>
      <TitleMarks marks={marks} />
    </section>
  );
}

function Figure({ count, one, many }: { count: number; one: string; many: string }) {
  return (
    <div>
      <dt>{count === 1 ? one : many}</dt>
      <dd>{count}</dd>
    </div>
  );
}

function licenceLines({ byLicence, samples }: CatalogueCount): { term: string; words: string }[] {
  const lines = [
    {
      count: byLicence.partner,
      kind: "In full",
      words: "Whole articles on our pages, under a contract with the title. Members read all of them.",
    },
    {
      count: byLicence.feed,
      kind: "As their feed gives it",
      words: "The text that the title itself sends out. Any account reads it, and we never charge for it.",
    },
    {
      count: byLicence.headline,
      kind: "By headline",
      words: "Headline, summary and the way to the original. What the title asks for there is between you and the title.",
    },
  ];
  // Where sample partners stand in for real ones, the page says that there are no real ones yet.
  const shown = lines.filter((line) => line.count > 0 || (samples > 0 && line.kind === "In full"));
  return shown.map(({ count, kind, words }) => ({ term: `${kind}: ${titlesWords(count)}`, words }));
}

function titlesWords(count: number): string {
  if (count === 0) return "none yet";
  return count === 1 ? "1 title" : `${count} titles`;
}
