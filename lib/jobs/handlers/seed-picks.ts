import { addPicks, findPickable, type PickDraft } from "@/lib/editorial/store";
import { enqueue } from "@/lib/platform/queue";
import { newsroomPicks } from "@/prisma/newsroom/newsroom-catalogue";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

const deskName = "The Broadsheet desk";
/** The newsroom's addresses end in the day of publication, which depends on when it was started. */
const dayCharacters = "YYYY-MM-DD".length;

/** Sets the sample titles' articles that the newsroom marks as picks, as far as they have come in. */
export async function seedPicks(payload: Payload<"picks.seed">, context: WorkerContext): Promise<void> {
  const wanted = newsroomPicks({ origin: payload.origin, epoch: context.now() });
  const drafts: PickDraft[] = [];
  for (const [index, pick] of wanted.entries()) {
    const articleId = await findPickable(pick.titleSlug, pick.url.slice(0, -dayCharacters));
    if (articleId !== null) drafts.push({ articleId, slot: index + 1, note: pick.note, editorName: deskName });
  }
  const added = await addPicks(drafts, context.now());
  if (added === 0) return;
  await enqueue({ name: "stories.refresh", data: {}, key: "refresh" });
  await enqueue({ name: "pages.invalidate", data: { tags: ["picks", "front"] } });
  context.log.info({ job: "picks.seed", added });
}
