import { inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { refreshTop } from "@/lib/stories/top-store";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/** Arranges the top stories of a language anew, and draws the pages again that show a list which changed. */
export async function rankStories({ language }: Payload<"stories.rank">, context: WorkerContext): Promise<void> {
  const changed = await inTransaction((tx) => refreshTop(language, tx));
  if (changed.length === 0) return;
  await enqueue({ name: "pages.invalidate", data: { tags: ["top", "front"] } });
  context.log.info({ job: "stories.rank", language, lists: changed.length });
}
