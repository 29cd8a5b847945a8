import { db } from "@/lib/platform/db";
import { recountStories } from "@/lib/stories/recount-store";
import { announceStories } from "../announce-stories";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/** Counts stories that the desk changed, and has everything that shows them made anew. */
export async function announceChanged(
  { language, storyIds }: Payload<"stories.announce">,
  context: Pick<WorkerContext, "now">,
): Promise<void> {
  await recountStories(storyIds, db);
  await announceStories(language, { articleIds: [], storyIds }, context.now());
}
