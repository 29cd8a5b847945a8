import { Bars } from "@/components/chart/bars";
import { dayWords } from "./figure-words";

/** Small bars, one a day; the figures themselves stand in a table of the same page. */
export function DayBars({ days, unit }: { days: readonly { day: string; value: number }[]; unit: string }) {
  const [first] = days;
  const last = days.at(-1);
  if (days.every(({ value }) => value === 0)) return <p className="desk-meta day-bars">{`${unit}: too little to draw yet.`}</p>;
  return (
    <figure className="day-bars">
      <Bars title={unit} values={days.map(({ day, value }) => ({ label: dayWords(day), value }))} width={320} height={56} />
      <figcaption>
        <span>{first && dayWords(first.day)}</span>
        <span>{last && dayWords(last.day)}</span>
      </figcaption>
    </figure>
  );
}
