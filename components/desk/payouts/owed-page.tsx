import { figures, Heads } from "@/components/desk/heads";
import { ScrollBox } from "@/components/desk/log/scroll-box";
import { countWords, exactMoney } from "@/components/desk/partner/figure-words";

type OwedTitle = { slug: string; name: string; currency: string; readers: number; totalMinor: number; pooledMinor: number };

/** What each title is owed of a month. */
export function OwedPage({ titles }: { titles: OwedTitle[] }) {
  if (titles.length === 0) return <p className="desk-empty">No title earned anything in this month.</p>;
  return (
    <ScrollBox name="Titles">
      <table className="desk-table">
        <caption>By currency, the most first. Less than nothing is set off against the next month</caption>
        <Heads names={["Title", "Currency", ...figures("Readers", "Owed", "One pot for all")]} />
        <tbody>
          {titles.map((title) => (
            <tr key={`${title.slug} ${title.currency}`} data-row="">
              <th scope="row">
                <a href={`/publisher/${title.slug}`}>{title.name}</a>
              </th>
              <td>{title.currency}</td>
              <td className="is-figure">{countWords(title.readers)}</td>
              <td className="is-figure">{exactMoney(title.totalMinor, title.currency)}</td>
              <td className="is-figure">{exactMoney(title.pooledMinor, title.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
