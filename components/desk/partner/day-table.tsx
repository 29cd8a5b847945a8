import { ScrollBox } from "@/components/desk/log/scroll-box";
import type { DayFigures } from "@/lib/partners/types";
import { completionWords, countWords, fewNote, longDayWords, minutesWords } from "./figure-words";

/** Days with their figures, newest first; only those on which anything happened. */
export function DayTable({ days, caption }: { days: readonly (DayFigures & { readers?: number })[]; caption: string }) {
  const shown = days.filter((day) => day.reads + day.saves + day.gifts > 0).toReversed();
  if (shown.length === 0) return <p className="desk-empty">Nothing was read on these days yet.</p>;
  const hasReaders = shown.some(({ readers }) => readers !== undefined);
  return (
    <ScrollBox name="Days">
      <table className="desk-table">
        <caption>
          {caption}. {fewNote}
        </caption>
        <thead>
          <tr>
            <th scope="col">Day (UTC)</th>
            {hasReaders && <Head>Readers</Head>}
            <Head>Reads</Head>
            <Head>To the end</Head>
            <Head>Minutes</Head>
            <Head>Saves</Head>
            <Head>Gifts</Head>
            <Head>Gifts opened</Head>
          </tr>
        </thead>
        <tbody>
          {shown.map((day) => (
            <tr key={day.day}>
              <th scope="row">
                <time dateTime={day.day}>{longDayWords(day.day)}</time>
              </th>
              {hasReaders && <Cell>{countWords(day.readers ?? 0)}</Cell>}
              <Cell>{countWords(day.reads)}</Cell>
              <Cell>{completionWords(day)}</Cell>
              <Cell>{minutesWords(day)}</Cell>
              <Cell>{countWords(day.saves)}</Cell>
              <Cell>{countWords(day.gifts)}</Cell>
              <Cell>{countWords(day.giftOpens)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const Head = ({ children }: { children: string }) => (
  <th scope="col" className="is-figure">
    {children}
  </th>
);
const Cell = ({ children }: { children: string }) => <td className="is-figure">{children}</td>;
