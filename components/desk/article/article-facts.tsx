import { languageName } from "@/components/publisher/place-words";
import type { DeskArticle } from "@/lib/articles/desk-types";
import { findSection } from "@/lib/articles/sections";
import { DeskTime } from "../find/desk-time";
import { namedBy, wallWords } from "./article-words";

/** What is known of an article, and what was decided of it. */
export function ArticleFacts({ article }: { article: DeskArticle }) {
  const { story, publisher } = article;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      <dl className="desk-list">
        <Fact name="Section">
          {findSection(article.section)?.name ?? article.section}
          <small>{namedBy(article.sectionBy)}</small>
        </Fact>
        <Fact name="Open to">
          {wallWords[article.access]}
          <small>
            {article.ownWall ? `a wall of its own: ${wallWords[article.ownWall]}` : `as its title: ${wallWords[publisher.wall]}`}
          </small>
        </Fact>
        <Fact name="Text">
          {article.hasBody ? `${article.wordCount} words` : "its summary only"}
          <small>{`licence: ${publisher.licence}`}</small>
        </Fact>
        <Fact name="Language">{languageName(article.language)}</Fact>
        <Fact name="Story">
          {story ? (
            <a href={`/desk/stories/${story.slug}`}>{`${story.articleCount} articles of ${story.publisherCount} titles`}</a>
          ) : (
            "waits for its story"
          )}
          {story?.isHeld && <small>an editor put it there</small>}
        </Fact>
        <Fact name="Came">
          <DeskTime at={article.firstSeenAt} />
          {article.updatedAt && (
            <small>
              {"changed "}
              <DeskTime at={article.updatedAt} />
            </small>
          )}
        </Fact>
        <Fact name="By">{article.byline || "nobody named"}</Fact>
        <Fact name="Original">
          <a href={article.originalUrl} rel="noreferrer">
            {new URL(article.originalUrl).host}
          </a>
        </Fact>
      </dl>
      <Pictures article={article} />
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Pictures({ article }: { article: DeskArticle }) {
  if (article.pictures.length === 0) return null;
  return (
    <ul className="desk-pictures">
      {article.pictures.map(({ hash, alt, credit }) => (
        <li key={hash}>
          {/* biome-ignore lint/performance/noImgElement: our own /media makes the sizes. */}
          <img src={`/media/${hash}/320`} alt={alt} loading="lazy" width={160} height={107} />
          <small>{credit || "no credit"}</small>
        </li>
      ))}
    </ul>
  );
}
