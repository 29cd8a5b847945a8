import { StoryData } from "@/components/story/story-data";
import type { StoryOrder } from "@/components/story/story-order";
import { StoryPage } from "@/components/story/story-page";
import { findStory } from "@/lib/stories/queries";
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
  if ("movedTo" in found) return { movedTo: `/story/${found.movedTo}${order === "country" ? "/countries" : ""}` };
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
