import type { TopicMark } from "@/lib/topics/types";

/** What an article is about, as ways on from its end. */
export function TopicLine({ topics }: { topics: readonly TopicMark[] }) {
  if (topics.length === 0) return null;
  return (
    <nav className="topic-line" aria-label="Topics of this article" dir="ltr">
      <h2>Topics</h2>
      <ul>
        {topics.map(({ slug, name, language }) => (
          <li key={slug}>
            <a href={`/topic/${slug}`} lang={language === "en" ? undefined : language} dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
