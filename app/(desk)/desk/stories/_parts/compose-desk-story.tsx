import type { PageView } from "@/app/(reader)/_parts/page-view";
import { DeskStoryPage } from "@/components/desk/story/desk-story-page";
import { MovedStoryPage } from "@/components/desk/story/moved-story-page";
import type { Staff } from "@/lib/accounts/guards";
import { readDeskStory } from "@/lib/stories/desk-queries";

const head = <meta name="robots" content="noindex" />;

/** A story as the desk sees it; where another absorbed it, the way there; null where there is none. */
export async function composeDeskStory({ slug }: { slug: string }, { actor }: Staff): Promise<PageView | null> {
  const story = await readDeskStory(slug);
  if (!story) return null;
  const staff = { name: actor.name, role: actor.role === "admin" ? ("admin" as const) : ("editor" as const) };
  if ("movedTo" in story) {
    return { title: "A merged story", head, page: <MovedStoryPage movedTo={story.movedTo} staff={staff} />, tags: [] };
  }
  return { title: `${story.headline}: the desk`, head, page: <DeskStoryPage story={story} staff={staff} now={new Date()} />, tags: [] };
}
