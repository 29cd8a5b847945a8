import { Heads } from "@/components/desk/heads";
import { countryName, languageName } from "@/components/publisher/place-words";
import { TimeStamp } from "@/components/time/time-stamp";
import type { TitleRow } from "@/lib/feeds/title-types";
import { Choice } from "./choice";
import { licenceWords, standingWords, wallWords } from "./title-words";

type TitlesPageProps = {
  rows: readonly TitleRow[];
  countries: readonly string[];
  /** What the list is narrowed by, as the form says it. */
  asked: { q: string; state: string; country: string; wall: string };
  /** Where the list goes on; null at its end. */
  nextUrl: string | null;
  now: Date;
};

/** All titles, in the paper or not. */
export function TitlesPage({ rows, countries, asked, nextUrl, now }: TitlesPageProps) {
  const countryWords = Object.fromEntries(countries.map((country) => [country, countryName(country)]));
  return (
    <>
      <form className="desk-filters" method="get" action="/admin/titles" data-keys="">
        <label className="desk-field">
          <span>
            Name or address <kbd>/</kbd>
          </span>
          <input name="q" type="search" defaultValue={asked.q} data-key="/" />
        </label>
        <Choice name="state" label="State" words={standingWords} value={asked.state} any="Any" />
        <Choice name="country" label="Country" words={countryWords} value={asked.country} any="Any" />
        <Choice name="wall" label="Wall" words={wallWords} value={asked.wall} any="Any" />
        <button className="desk-button" type="submit">
          Show
        </button>
      </form>
      {rows.length === 0 ? (
        <p className="desk-empty">
          No title is like that. <a href="/admin/titles">Show all</a>
        </p>
      ) : (
        <TitlesTable rows={rows} now={now} />
      )}
      {nextUrl && (
        <p className="desk-pager">
          <a className="desk-button" href={nextUrl}>
            More titles
          </a>
        </p>
      )}
    </>
  );
}

function TitlesTable({ rows, now }: { rows: readonly TitleRow[]; now: Date }) {
  return (
    <div className="desk-scroll">
      <table className="desk-table is-stacked">
        <caption>Titles by name. Times are UTC.</caption>
        <Heads names={["Title", "State", "Country, language", "What we show", { figure: "Feeds" }, "Last entry"]} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-row="">
              <td>
                <a className="desk-headline" href={`/admin/titles/${row.slug}`} data-key="e">
                  {row.name}
                </a>
                {row.isSample && <div className="desk-meta">Sample partner</div>}
              </td>
              <td>{standingWords[row.standing]}</td>
              <td>
                {countryName(row.country)}
                <div className="desk-meta">{languageName(row.language)}</div>
              </td>
              <td>
                {licenceWords[row.licence]}
                {row.licence === "partner" && <div className="desk-meta">{wallWords[row.wall]}</div>}
              </td>
              <td className="is-figure" data-name="Feeds">
                {row.feeds}
                {row.failing > 0 && <div className="desk-meta">{row.failing} failing</div>}
              </td>
              <td data-name="Last entry">
                {row.lastEntryAt ? <TimeStamp at={row.lastEntryAt.toISOString()} now={now} /> : <span className="desk-meta">None yet</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
