import type { DeskArticle } from "@/lib/articles/desk-types";
import type { DeskTopic } from "@/lib/topics/desk-types";

type ArticleTopicsProps = { article: DeskArticle; topics: readonly DeskTopic[] };

/** What the article is about, with an editor's word for and against. */
export function ArticleTopics({ article, topics }: ArticleTopicsProps) {
  const action = `/desk/articles/${article.slug}/topics`;
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">Topics</h2>
      {topics.length === 0 && <p className="desk-meta">It is about no topic of the paper.</p>}
      <ul className="desk-tags">
        {topics.map(({ slug, name, isAbout, isDecided }) => (
          <li key={slug}>
            <form method="post" action={action} data-desk="">
              <input type="hidden" name="returnTo" value={`/desk/articles/${article.slug}`} />
              <input type="hidden" name="topic" value={slug} />
              <span>
                {isAbout ? <a href={`/topic/${slug}`}>{name}</a> : <s>{name}</s>}
                {isDecided && <small>{isAbout ? "by an editor" : "not about it, by an editor"}</small>}
              </span>
              <button type="submit" name="act" value={isAbout ? "not-about" : "about"} className="desk-button is-quiet">
                {isAbout ? "Not about it" : "About it after all"}
                <span className="sr-only">: {name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={action} data-desk="" className="desk-filters">
        <input type="hidden" name="returnTo" value={`/desk/articles/${article.slug}`} />
        <div className="desk-field">
          <label htmlFor="topic">It is also about</label>
          <input id="topic" name="topic" required={true} minLength={2} maxLength={300} autoComplete="off" />
        </div>
        <button type="submit" name="act" value="about" className="desk-button">
          Add the topic
        </button>
      </form>
    </section>
  );
}
