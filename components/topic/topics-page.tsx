import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { TopicEntry } from "@/lib/topics/types";
import { groupTopics } from "./group-topics";

type TopicsPageProps = { topics: readonly TopicEntry[]; viewer: ViewerBadge; now: Date; signOutUrl?: string };

const biggestShown = 12;

/** What the titles write about: the biggest topics of the last two weeks, then all from A to Z. */
export function TopicsPage({ topics, viewer, now, signOutUrl }: TopicsPageProps) {
  const biggest = topics.slice(0, biggestShown);
  return (
    <PageFrame viewer={viewer} now={now} path="/topics" signOutUrl={signOutUrl}>
      <header className="page-head">
        <h1>Topics</h1>
        <p className="page-tagline">The people, places and organisations that titles have written about in the last two weeks.</p>
      </header>
      {topics.length === 0 && (
        <Notice title="No topics yet">
          One stands here once three articles of two titles name it. <a href="/">Back to the front page</a>
        </Notice>
      )}
      {biggest.length > 0 && (
        <section className="topics-biggest" aria-labelledby="biggest">
          <h2 className="label" id="biggest">
            Biggest now
          </h2>
          <ol>
            {biggest.map((topic) => (
              <TopicRow key={topic.slug} topic={topic} />
            ))}
          </ol>
        </section>
      )}
      <div className="topics-all">
        {groupTopics(topics).map(({ letter, topics: group }) => (
          <section key={letter}>
            <h2 className="label">{letter}</h2>
            <ul>
              {group.map((topic) => (
                <TopicRow key={topic.slug} topic={topic} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </PageFrame>
  );
}

function TopicRow({ topic }: { topic: TopicEntry }) {
  const { slug, name, articleCount } = topic;
  return (
    <li>
      <a href={`/topic/${slug}`}>{name}</a>
      <span title={`${articleCount} articles`}>{articleCount}</span>
    </li>
  );
}
