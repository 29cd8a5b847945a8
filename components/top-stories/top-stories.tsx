import { CardState } from "@/components/card/card-own";
import { directionOf, languageOf } from "@/components/card/text-language";
import { TimeStamp } from "@/components/time/time-stamp";
import type { TopStory } from "@/lib/stories/types";

type TopStoriesProps = { stories: TopStory[]; now: Date };

/** What most newsrooms are telling, ranked, with the number of titles on each. */
export function TopStories({ stories, now }: TopStoriesProps) {
  if (stories.length === 0) return null;
  return (
    <section className="top-stories" id="top-stories" aria-labelledby="top-stories-name">
      <h2 className="label" id="top-stories-name">
        <a href="/top">Top stories right now</a>
      </h2>
      <ol className={stories.length > 5 ? "is-long" : undefined}>
        {stories.map(({ rank, card, titleCount }) => (
          <li key={rank} value={rank} dir={directionOf(card)}>
            <h3 lang={languageOf(card)}>
              <a href={`/article/${card.slug}`}>{card.headline}</a>
            </h3>
            <p className="meta">
              <Titles count={titleCount} storySlug={card.storySlug} />
              {` · ${card.publisher.name} · `}
              <TimeStamp at={card.publishedAt} now={now} />
              {card.mine && <CardState mine={card.mine} />}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Titles({ count, storySlug }: { count: number; storySlug: string | null }) {
  const words = count === 1 ? "1 title" : `${count} titles`;
  return <b>{storySlug === null || count === 1 ? words : <a href={`/story/${storySlug}`}>{words}</a>}</b>;
}
