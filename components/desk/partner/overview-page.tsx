import { DeskFrame } from "@/components/desk/desk-frame";
import { Heads } from "@/components/desk/heads";
import { ScrollBox } from "@/components/desk/log/scroll-box";
import { fewerThan, type ShownCountries } from "@/lib/partners/hide-few";
import { sumFigures } from "@/lib/partners/sum-figures";
import type { ArticleFigures, TitleDayFigures } from "@/lib/partners/types";
import { ArticleTable } from "./article-table";
import { DayBars } from "./day-bars";
import { DayTable } from "./day-table";
import { changeWords, completionWords, countryWords, countWords, minutesWords } from "./figure-words";

type OverviewPageProps = {
  staff: { name: string; role: "publisher" };
  overview: {
    title: { slug: string; name: string };
    days: TitleDayFigures[];
    before: TitleDayFigures[];
    top: ArticleFigures[];
    countries: ShownCountries;
  };
};

/** A title's last 28 days beside the 28 before: what its readers did, with what, and from where. */
export function OverviewPage({ staff, overview: { title, days, before, top, countries } }: OverviewPageProps) {
  const [now, then] = [sumFigures(days), sumFigures(before)];
  const bars = (of: (day: TitleDayFigures) => number) => days.map((day) => ({ day: day.day, value: of(day) }));
  return (
    <DeskFrame
      staff={staff}
      path="/partner"
      title={title.name}
      words={
        <>
          The last 28 days, in UTC, counted every hour. What it earned stands under <a href="/partner/statements">Statements</a>.
        </>
      }
      tools={
        <a className="desk-button" href={`/publisher/${title.slug}`}>
          Your page in the paper
        </a>
      }
    >
      <div className="partner-figures">
        <section aria-labelledby="reads">
          <h2 id="reads">Reads</h2>
          <p className="partner-figure">{countWords(now.reads)}</p>
          <p className="desk-meta">{changeWords(now.reads, then.reads)}</p>
          <DayBars days={bars(({ reads }) => reads)} unit="Reads a day" />
        </section>
        <section aria-labelledby="readers">
          <h2 id="readers">Readers a day</h2>
          <p className="partner-figure">{countWords(Math.round(days.reduce((sum, { readers }) => sum + readers, 0) / days.length))}</p>
          <p className="desk-meta">different people, on an average day</p>
          <DayBars days={bars(({ readers }) => readers)} unit="Readers a day" />
        </section>
        <section aria-labelledby="minutes">
          <h2 id="minutes">Minutes read</h2>
          <p className="partner-figure">{minutesWords(now)}</p>
          <p className="desk-meta">{changeWords(now.activeSec, then.activeSec)}</p>
          <DayBars days={bars(({ activeSec, reads }) => (reads < fewerThan ? 0 : Math.round(activeSec / 60)))} unit="Minutes a day" />
        </section>
      </div>
      <dl className="desk-facts partner-facts">
        <Fact term="Read to the end" words={completionWords(now)} />
        <Fact term="Saved for later" words={countWords(now.saves)} />
        <Fact term="Given to somebody" words={countWords(now.gifts)} />
        <Fact term="Gifts opened" words={countWords(now.giftOpens)} />
      </dl>
      <h2>Read most</h2>
      <ArticleTable articles={top} caption="Your ten articles with most readers in the last 28 days" />
      <p>
        <a href="/partner/articles">All articles</a>
      </p>
      <Countries countries={countries} />
      <h2>By day</h2>
      <DayTable days={days} caption="The same days as a table: what the small charts show" />
    </DeskFrame>
  );
}

const Fact = ({ term, words }: { term: string; words: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{words}</dd>
  </div>
);

function Countries({ countries: { countries, elsewhere } }: { countries: ShownCountries }) {
  return (
    <>
      <h2>Where your readers are</h2>
      <p className="desk-meta">
        Different readers of the last 28 days, by the country they named in their own settings; we look at no address to guess it. A group
        of fewer than {fewerThan} is never shown by itself.
      </p>
      {countries.length === 0 ? (
        <p className="desk-empty">No country has {fewerThan} readers or more yet.</p>
      ) : (
        <ScrollBox name="Countries">
          <table className="desk-table partner-countries">
            <caption>Readers by country</caption>
            <Heads names={["Country", { figure: "Readers" }]} />
            <tbody>
              {countries.map(({ country, readers }) => (
                <tr key={country}>
                  <th scope="row">{countryWords(country)}</th>
                  <td className="is-figure">{countWords(readers)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">Elsewhere, or not said</th>
                <td className="is-figure">{elsewhere === null ? `fewer than ${fewerThan}` : countWords(elsewhere)}</td>
              </tr>
            </tbody>
          </table>
        </ScrollBox>
      )}
    </>
  );
}
