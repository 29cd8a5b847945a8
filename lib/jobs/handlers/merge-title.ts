import { moveArticles } from "@/lib/articles/merge-title-store";
import { findMerge } from "@/lib/feeds/title-store";
import { enqueueAll } from "@/lib/platform/queue";
import { inSqlTransaction } from "@/lib/platform/sql";
import { moveFollows } from "@/lib/reading/merge-title-store";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

const batch = 500;

/**
 * Moves what a merged title brought to the one that took it over: its articles, some hundreds a transaction, and its
 * readers' follows and mutes. Safe to repeat.
 */
export async function mergeTitle({ publisherId }: Payload<"titles.merge">, context: Pick<WorkerContext, "log">): Promise<void> {
  const merge = await findMerge(publisherId);
  if (!merge) return;
  let moved = 0;
  for (let afterId = 0; ; ) {
    const set = await inSqlTransaction(async (conn) => {
      const done = await moveArticles({ fromId: publisherId, intoId: merge.intoId, afterId, take: batch }, conn);
      await enqueueAll(done.movedIds.length > 0 ? [{ name: "pages.invalidate", data: { articleIds: done.movedIds } }] : [], conn);
      return done;
    });
    moved += set.movedIds.length;
    if (set.lastId === null) break;
    afterId = set.lastId;
  }
  await inSqlTransaction(async (conn) => {
    await moveFollows(publisherId, merge.intoId, conn);
    const tags = ["front", `publisher:${merge.slug}`, `publisher:${merge.intoSlug}`];
    await enqueueAll(
      [
        { name: "pages.invalidate", data: { tags } },
        { name: "stories.refresh", data: {}, key: "refresh" },
      ],
      conn,
    );
  });
  context.log.info({ job: "titles.merge", publisherId, intoId: merge.intoId, moved });
}
