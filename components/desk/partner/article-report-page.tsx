import { DeskFrame } from "@/components/desk/desk-frame";
import { Heads } from "@/components/desk/heads";
import { exactWords } from "@/components/desk/log/exact-time";
import { ScrollBox } from "@/components/desk/log/scroll-box";
import type { ArticleChange } from "@/lib/articles/list-changes";
import { sumFigures } from "@/lib/partners/sum-figures";
import type { DayFigures } from "@/lib/partners/types";
import { DayBars } from "./day-bars";
import { DayTable } from "./day-table";
import { completionWords, countWords, minutesWords } from "./figure-words";

type ArticleReportPageProps = {
  staff: { name: string; role: "publisher" };
  article: { slug: string; headline: string; publishedAt: Date; takenDownAt: Date | null };
  days: DayFigures[];
  changes: ArticleChange[];
  span: readonly string[];
};

/** One article of a title: its days, and what was changed of it. */
export function ArticleReportPage({ staff, article, days, changes, span }: ArticleReportPageProps) {
  const all = sumFigures(days);
  const known = new Map(days.map((day) => [day.day, day.reads]));
  return (
    <DeskFrame
      staff={staff}
      path="/partner/articles"
      title={article.headline}
      words={
        <>
          Published <time dateTime={article.publishedAt.toISOString()}>{exactWords(article.publishedAt)}</time>. The last 90 days.
        </>
      }
      tools={
        <>
          <a className="desk-button" href="/partner/articles">
            All articles
          </a>
          <a className="desk-button" href={`/article/${article.slug}`}>
            The article in the paper
          </a>
        </>
      }
    >
      {article.takenDownAt && (
        <p className="desk-note is-warning">Withdrawn on {exactWords(article.takenDownAt)}: nobody can read it any more.</p>
      )}
      <dl className="desk-facts partner-facts">
        <Fact term="Readers" words={countWords(all.reads)} />
        <Fact term="Read to the end" words={completionWords(all)} />
        <Fact term="Minutes read" words={minutesWords(all)} />
        <Fact term="Saved" words={countWords(all.saves)} />
        <Fact term="Given" words={countWords(all.gifts)} />
        <Fact term="Gifts opened" words={countWords(all.giftOpens)} />
      </dl>
      <h2>By day</h2>
      {days.length > 0 && <DayBars days={span.map((day) => ({ day, value: known.get(day) ?? 0 }))} unit="Readers a day" />}
      <DayTable days={days} caption="Days on which anything happened. A reader counts on the day of the first opening" />
      <h2>What was changed</h2>
      <Changes changes={changes} slug={article.slug} />
    </DeskFrame>
  );
}

const Fact = ({ term, words }: { term: string; words: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{words}</dd>
  </div>
);

const kindWords = { minor: "Typography only", material: "In substance" } as const;

function Changes({ changes, slug }: { changes: readonly ArticleChange[]; slug: string }) {
  if (changes.length === 0) return <p className="desk-empty">We saw this article once, and not changed since.</p>;
  return (
    <>
      <ScrollBox name="Changes">
        <table className="desk-table">
          <caption>Versions that your feed replaced, newest first</caption>
          <Heads names={["Seen", "How far", "What", "Your own words on it"]} />
          <tbody>
            {changes.map((change) => (
              <tr key={change.number}>
                <td>
                  <time dateTime={change.seenAt}>{exactWords(new Date(change.seenAt))}</time>
                </td>
                <td>{kindWords[change.kind]}</td>
                <td>{partsOf(change)}</td>
                <td>{change.note ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p>
        <a href={`/article/${slug}/changes`}>The changes word for word, as readers see them</a>
      </p>
    </>
  );
}

function partsOf({ headline, standfirst }: ArticleChange): string {
  if (headline && standfirst) return "Headline and standfirst";
  if (headline) return "Headline";
  return standfirst ? "Standfirst" : "Text";
}
