import { MutedStoryPage } from "@/components/story/muted-story-page";
import { StoryData } from "@/components/story/story-data";
import type { StoryOrder } from "@/components/story/story-order";
import { StoryPage } from "@/components/story/story-page";
import { markMute } from "@/lib/entitlements/mark-mute";
import { markFollow } from "@/lib/reading/follow-queries";
import { findMarks } from "@/lib/reading/mark-queries";
import { findStory } from "@/lib/stories/queries";
import type { StoryView } from "@/lib/stories/types";
import { publicUrl } from "@/lib/syndication/queries";
import { keepPrinted } from "./keep-printed";
import type { ComposedPage } from "./page-view";
import type { Reader } from "./reader";
import { storyHead } from "./story-head";

type StoryParams = { slug: string };

/** One event as all titles tell it, newest first; null for no such story, its new address where another absorbed it. */
export const composeStory = (params: StoryParams, reader: Reader): Promise<ComposedPage> => compose(params, "time", reader);

/** The same by the countries of the titles. */
export const composeStoryByCountry = (params: StoryParams, reader: Reader): Promise<ComposedPage> => compose(params, "country", reader);

async function compose({ slug }: StoryParams, order: StoryOrder, reader: Reader): Promise<ComposedPage> {
  const found = await findStory(slug, reader.viewer, reader.now);
  if (!found) return null;
  if ("movedTo" in found) return { movedTo: storyPath(found.movedTo, order) };
  if ("allMuted" in found) return mutedPage(slug, order, reader);
  const [follow, marks] = await Promise.all([
    markFollow(reader.viewer, "story", String(found.id)),
    // All its versions have one state; what is printed for many readers says nothing of it.
    findMarks(reader.viewer, headlineCards(found)),
  ]);
  // Times are told to the minute.
  const minute = Math.floor(reader.now.getTime() / 60_000);
  return {
    title: found.headline.text,
    head: storyHead(found),
    page: (
      <>
        <StoryData view={found} pageUrl={publicUrl(`/story/${slug}`)} />
        <StoryPage
          view={found}
          follow={follow}
          mute={markMute(reader.mutes, "story", found.id)}
          mine={[...marks.values()][0] ?? null}
          order={order}
          viewer={reader.badge}
          now={reader.now}
          print={(main) => keepPrinted(found, `${order} ${minute}`, main)}
        />
      </>
    ),
    tags: [`story:${found.id}`],
  };
}

/** Everyone who tells it is muted, or every telling holds a muted word: the page's own note leads to them. */
function mutedPage(slug: string, order: StoryOrder, { badge, now }: Reader): ComposedPage {
  const page = <MutedStoryPage path={storyPath(slug, order)} viewer={badge} now={now} />;
  return { title: "Hidden by your mutes", head: <meta name="robots" content="noindex" />, page, tags: [] };
}

const storyPath = (slug: string, order: StoryOrder): string => `/story/${slug}${order === "country" ? "/countries" : ""}`;

const headlineCards = ({ versions, headline }: StoryView) =>
  versions.filter(({ card }) => card.slug === headline.articleSlug).map(({ card }) => card);
