import { TimeStamp } from "@/components/time/time-stamp";

/** An article as a title's page lists it. */
export type Arrival = { slug: string; headline: string; publishedAt: string; section: string };

type ArrivalsProps = { articles: readonly Arrival[]; isWaiting: boolean; now: Date };

/** Its newest articles. While it waits the page looks again by itself (`public/titles.js`), whatever it shows already. */
export function Arrivals({ articles, isWaiting, now }: ArrivalsProps) {
  return (
    <>
      {isWaiting && (
        <p className={articles.length === 0 ? "desk-empty" : "desk-meta"} role="status" data-waiting="">
          {articles.length === 0
            ? "Its feeds are being read: what they bring will stand here."
            : "A feed is being read for the first time: what it brings will stand here as well."}
        </p>
      )}
      {articles.length === 0 && !isWaiting && <p className="desk-empty">Nothing yet.</p>}
      {articles.length > 0 && (
        <ol className="title-articles">
          {articles.map((article) => (
            <li key={article.slug}>
              <a className="desk-headline" href={`/article/${article.slug}`} dir="auto">
                {article.headline}
              </a>
              <span className="desk-meta">
                {article.section} · <TimeStamp at={article.publishedAt} now={now} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
