import { assignStories } from "@/lib/stories/store";
import { announceStories } from "../announce-stories";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

const roundsMax = 200;

/** Gives every article of a language that waits for one its story, and says which pages changed by it. */
export async function assignLanguage(payload: Payload<"stories.assign">, context: WorkerContext): Promise<void> {
  let assigned = 0;
  for (let round = 0; round < roundsMax; round += 1) {
    const counts = await assignStories(payload.language, context.now());
    assigned += counts.articleIds.length;
    await announceStories(payload.language, counts, context.now());
    if (!counts.hasMore) break;
  }
  if (assigned > 0) context.log.info({ job: "stories.assign", language: payload.language, assigned });
}
