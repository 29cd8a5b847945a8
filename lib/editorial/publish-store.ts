import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import { err, ok, type Result } from "@/lib/core/result";
import type { Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { type BoardError, listPublishedPicks, listVersions, onBoard } from "./board-store";
import { compareBoards } from "./compare-boards";
import { planPublish } from "./plan-publish";
import type { Board } from "./types";
import { auditEntries } from "./write-entries";

type PublishOrder = { slug: string; seen: number; by: AuditActor; now: Date };

/**
 * Shows readers what the draft says, from now on: all of it or, for an editor who has not seen its newest version, nothing.
 *
 * @returns how many picks readers see changed
 */
export function publishBoard({ slug, seen, by, now }: PublishOrder): Promise<Result<{ version: number; changes: number }, BoardError>> {
  return onBoard(slug, now, async ({ list, newest }, tx) => {
    if (seen !== newest.version) return err({ kind: "stale", since: await listVersions(slug, seen, 5, tx) });
    await enqueue({ name: "stories.refresh", data: {}, key: "refresh" }, tx);
    await enqueue({ name: "pages.invalidate", data: { tags: ["picks", "front"] } }, tx);
    const changes = await writePublished({ slug, publishedVersion: list.publishedVersion, newest, by, now }, tx);
    return ok({ version: newest.version, changes });
  });
}

type Publication = { slug: string; publishedVersion: number; newest: Board; by: AuditActor; now: Date };

/** Writes the published picks from a board, in the transaction of the act. @returns how many picks changed */
export async function writePublished({ slug, publishedVersion, newest, by, now }: Publication, tx: Tx): Promise<number> {
  const published = await listPublishedPicks(slug, now, tx);
  const plan = planPublish(newest.entries, published, now);
  await tx.pick.deleteMany({ where: { id: { in: plan.drop } } });
  for (const { id, endsAt } of plan.end) await tx.pick.update({ where: { id }, data: { endsAt }, select: { id: true } });
  await tx.pick.createMany({ data: plan.begin.map((entry) => ({ ...entry, listSlug: slug })) });
  await tx.pickList.update({ where: { slug }, data: { publishedVersion: newest.version }, select: { slug: true } });
  const changes = compareBoards(published, newest.entries, now);
  const keys = new Set(changes.map(({ key }) => key));
  const [before, after] = [auditEntries(published, keys), auditEntries(newest.entries, keys)];
  const subject = { kind: "list", id: slug };
  const reason = `version ${publishedVersion} became version ${newest.version}`;
  await recordAct({ actor: by, act: "list.publish", subject, before, after, reason }, now, tx);
  return changes.length;
}
