import { ActsLog } from "@/components/desk/article/article-history";
import { DeskFrame } from "@/components/desk/desk-frame";
import { DeskTime } from "@/components/desk/find/desk-time";
import { languageName } from "@/components/publisher/place-words";
import { findSection } from "@/lib/articles/sections";
import type { DeskStory } from "@/lib/stories/desk-types";
import { StoryActs } from "./story-acts";
import { TellingsTable } from "./tellings-table";

type DeskStoryPageProps = { story: DeskStory; staff: { name: string; role: "editor" | "admin" }; now: Date };

/** A story as the desk sees it: its tellings, and what may be done to it. */
export function DeskStoryPage({ story, staff, now }: DeskStoryPageProps) {
  const isLive = story.liveUntil !== null && new Date(story.liveUntil) > now;
  return (
    <DeskFrame
      staff={staff}
      path="/desk/find/story"
      title={story.headline}
      words={<Words story={story} />}
      tools={
        <div className="desk-acts" data-keys="">
          <a className="desk-button" data-key="o" href={`/story/${story.slug}`}>
            Open <kbd>o</kbd>
          </a>
        </div>
      }
    >
      {isLive && story.liveUntil && (
        <p className="desk-note">
          Live until <DeskTime at={story.liveUntil} />.
        </p>
      )}
      <TellingsTable story={story} now={now} />
      <StoryActs story={story} isLive={isLive} />
      {story.apart.length > 0 && (
        <section aria-labelledby="apart">
          <h2 id="apart">Kept apart from</h2>
          <ul className="desk-lines">
            {story.apart.map(({ slug, headline }) => (
              <li key={slug}>
                <a href={`/desk/stories/${slug}`}>{headline}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ActsLog acts={story.acts} />
    </DeskFrame>
  );
}

function Words({ story }: { story: DeskStory }) {
  const { articleCount, publisherCount, section, language, firstAt } = story;
  const told = `${articleCount} ${articleCount === 1 ? "article" : "articles"} of ${publisherCount} ${publisherCount === 1 ? "title" : "titles"}`;
  return (
    <>
      {`${told}, ${findSection(section)?.name ?? section}, ${languageName(language)}, since `}
      <DeskTime at={firstAt} />
      {story.deskHeadline !== null && ". The headline is an editor’s."}
    </>
  );
}
