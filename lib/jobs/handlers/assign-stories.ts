import { enqueue } from "@/lib/platform/queue";
import { listTopStories } from "@/lib/stories/list-store";
import { assignStories } from "@/lib/stories/store";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/** Places of the top list whose change is worth drawing the front page anew. */
const topPlaces = 10;
const roundsMax = 200;

/** Gives every article of a language that waits for one its story, and says which pages changed by it. */
export async function assignLanguage(payload: Payload<"stories.assign">, context: WorkerContext): Promise<void> {
  const before = await topIds(payload.language);
  let assigned = 0;
  for (let round = 0; round < roundsMax; round += 1) {
    const counts = await assignStories(payload.language);
    assigned += counts.articleIds.length;
    if (counts.articleIds.length > 0) await enqueue({ name: "pages.invalidate", data: { articleIds: counts.articleIds } });
    if (!counts.hasMore) break;
  }
  if ((await topIds(payload.language)) !== before) await enqueue({ name: "pages.invalidate", data: { tags: ["top", "front"] } });
  if (assigned > 0) context.log.info({ job: "stories.assign", language: payload.language, assigned });
}

async function topIds(language: string): Promise<string> {
  return (await listTopStories({ take: topPlaces, language })).map(({ card }) => `${card.id}:${card.moreTitles}`).join(" ");
}
