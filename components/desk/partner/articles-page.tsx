import { DeskFrame } from "@/components/desk/desk-frame";
import { sumFigures } from "@/lib/partners/sum-figures";
import { type ArticleFigures, type SortColumn, type Span, spans, type TitleDayFigures } from "@/lib/partners/types";
import { ArticleTable } from "./article-table";
import { DayBars } from "./day-bars";
import { DayTable } from "./day-table";
import { countWords } from "./figure-words";

type ArticlesPageProps = {
  staff: { name: string; role: "publisher" };
  title: { name: string };
  articles: ArticleFigures[];
  days: TitleDayFigures[];
  chosen: { days: Span; sort: SortColumn };
};

/** A title's articles with what readers did with each in the last days, and the days themselves. */
export function ArticlesPage({ staff, title, articles, days, chosen }: ArticlesPageProps) {
  const href = (change: Partial<typeof chosen>) =>
    `/partner/articles?${new URLSearchParams({ days: String(change.days ?? chosen.days), sort: change.sort ?? chosen.sort })}`;
  return (
    <DeskFrame
      staff={staff}
      path="/partner/articles"
      title="Articles"
      words={`What readers did with the articles of ${title.name}. A reader counts once an article, on the day it was first opened.`}
      tools={
        <nav className="desk-acts" aria-label="How far back">
          {spans.map((span) => (
            <a key={span} className="desk-button" href={href({ days: span })} aria-current={span === chosen.days ? "true" : undefined}>
              {span} days
            </a>
          ))}
        </nav>
      }
    >
      <DayBars days={days.map(({ day, reads }) => ({ day, value: reads }))} unit="Reads a day" />
      <p className="desk-meta">
        {countWords(sumFigures(days).reads)} reads in {chosen.days} days
      </p>
      <ArticleTable
        articles={articles}
        caption={`The last ${chosen.days} days${articles.length === 200 ? "; the first 200 in this order" : ""}. Choose a heading to order by it`}
        sorting={{ sort: chosen.sort, href: (sort) => href({ sort }) }}
      />
      <h2>By day</h2>
      <DayTable days={days} caption={`All articles together, the last ${chosen.days} days`} />
    </DeskFrame>
  );
}
