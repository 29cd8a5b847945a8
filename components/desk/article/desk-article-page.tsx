import { DeskFrame } from "@/components/desk/desk-frame";
import { DeskTime } from "@/components/desk/find/desk-time";
import type { DeskArticle } from "@/lib/articles/desk-types";
import type { DeskReport } from "@/lib/editorial/report-types";
import type { DeskTopic } from "@/lib/topics/desk-types";
import { ArticleActs } from "./article-acts";
import { ArticleFacts } from "./article-facts";
import { ArticleHistory } from "./article-history";
import { ArticleTopics } from "./article-topics";

type DeskArticlePageProps = {
  article: DeskArticle;
  topics: readonly DeskTopic[];
  reports: readonly DeskReport[];
  staff: { name: string; role: "editor" | "admin" };
};

/** An article as the desk sees it, with what may be done to it. */
export function DeskArticlePage({ article, topics, reports, staff }: DeskArticlePageProps) {
  return (
    <DeskFrame
      staff={staff}
      path="/desk/find/article"
      title={article.headline}
      words={<Words article={article} />}
      tools={<Tools article={article} />}
    >
      <State article={article} />
      <div className="desk-two">
        <div>
          <ArticleFacts article={article} />
          {article.takenDownAt === null && <ArticleTopics article={article} topics={topics} />}
          <ArticleHistory article={article} reports={reports} />
        </div>
        <ArticleActs article={article} />
      </div>
    </DeskFrame>
  );
}

function Words({ article }: { article: DeskArticle }) {
  return (
    <>
      <a href={`/publisher/${article.publisher.slug}`}>{article.publisher.name}</a>
      {", "}
      <DeskTime at={article.publishedAt} />
      {article.standfirst !== "" && <span className="desk-standfirst">{article.standfirst}</span>}
    </>
  );
}

function Tools({ article }: { article: DeskArticle }) {
  const { id, slug, story } = article;
  return (
    <div className="desk-acts" data-keys="">
      {article.takenDownAt === null && (
        <a className="desk-button is-main" data-key="p" href={`/desk/lists/our-picks/add?article=${id}`}>
          Pick it <kbd>p</kbd>
        </a>
      )}
      <a className="desk-button" data-key="o" href={`/article/${slug}`}>
        Open <kbd>o</kbd>
      </a>
      {story && (
        <a className="desk-button" data-key="s" href={`/desk/stories/${story.slug}`}>
          Its story <kbd>s</kbd>
        </a>
      )}
    </div>
  );
}

/** What sets it apart from the other articles, in words. */
function State({ article }: { article: DeskArticle }) {
  const { takenDownAt, hiddenAt, embargoUntil } = article;
  return (
    <>
      {takenDownAt !== null && (
        <p className="desk-note is-warning">
          Withdrawn on <DeskTime at={takenDownAt} />: its text, pictures and versions are deleted, and its address says that it was.
        </p>
      )}
      {takenDownAt === null && hiddenAt !== null && (
        <p className="desk-note is-warning">
          Hidden since <DeskTime at={hiddenAt} />: on no list and in no feed, only at its own address.
        </p>
      )}
      {takenDownAt === null && embargoUntil !== null && (
        <p className="desk-note is-warning">
          Under embargo until <DeskTime at={embargoUntil} />: before then only staff and its own title see it.
        </p>
      )}
    </>
  );
}
