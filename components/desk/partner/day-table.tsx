import { figures, Heads } from "@/components/desk/heads";
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
        <Heads
          names={[
            "Day (UTC)",
            ...figures(...(hasReaders ? ["Readers"] : []), "Reads", "To the end", "Minutes", "Saves", "Gifts", "Gifts opened"),
          ]}
        />
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

const Cell = ({ children }: { children: string }) => <td className="is-figure">{children}</td>;
