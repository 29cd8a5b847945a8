import { forgetWithdrawnPictures } from "@/lib/articles/purge-store";
import { mediaStore } from "@/lib/platform/media/media-store";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/** Deletes the files of a withdrawn article's pictures, as far as nothing else shows them. */
export async function purgeArticle({ articleId }: Payload<"articles.purge">, context: Pick<WorkerContext, "log">): Promise<void> {
  const contents = await forgetWithdrawnPictures(articleId);
  for (const contentHash of contents) await mediaStore().remove(contentHash);
  context.log.info({ job: "articles.purge", articleId, pictures: contents.length }, "what was left of a withdrawn article");
}
