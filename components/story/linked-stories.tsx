import { directionOf } from "@/components/card/text-language";
import { languageName } from "@/components/publisher/place-words";
import { TimeStamp } from "@/components/time/time-stamp";
import type { LinkedStory } from "@/lib/stories/types";
import { counted } from "./story-words";

type LinkedStoriesProps = {
  id: string;
  name: string;
  stories: LinkedStory[];
  now: Date;
  /** Say the language of each. */
  hasLanguage?: boolean;
};

/** Other stories that belong to this one: what led here, what followed, the same in other languages. */
export function LinkedStories({ id, name, stories, now, hasLanguage = false }: LinkedStoriesProps) {
  if (stories.length === 0) return null;
  return (
    <section className="linked" aria-labelledby={id}>
      <h2 className="label" id={id}>
        {name}
      </h2>
      <ul>
        {stories.map((story) => (
          <li key={story.slug} dir={directionOf(story)}>
            <h3 lang={story.language}>
              <a href={`/story/${story.slug}`} hrefLang={hasLanguage ? story.language : undefined}>
                {story.headline}
              </a>
            </h3>
            <p className="meta">
              {hasLanguage && `${languageName(story.language)} · `}
              {`${counted(story.titleCount, "title", "titles")} · `}
              <TimeStamp at={story.firstAt} now={now} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
