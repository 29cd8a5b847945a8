import "server-only";
import { randomUUID } from "node:crypto";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { err, ok, type Result } from "@/lib/core/result";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { markRead, undoMarking } from "./mark-store";
import { MarkAllForm, type ReadingRefusal, UndoForm } from "./read-types";

/**
 * Marks the stories of these articles as read. It is the reader's own word, so it is kept even where what they read is not.
 *
 * @returns the act's id, by which it can be taken back
 */
export async function markAllRead(input: unknown): Promise<Result<string, ReadingRefusal>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = MarkAllForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  const batch = randomUUID();
  await markRead({ userId: viewer.userId, articleIds: form.data.ids, batch }, viewerTime(viewer, new Date()));
  return ok(batch);
}

/** Takes one act of marking back; an act of another reader, or one that was taken back, changes nothing. */
export async function undoMarkAll(input: unknown): Promise<Result<undefined, ReadingRefusal>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = UndoForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  await undoMarking(viewer.userId, form.data.batch);
  return ok(undefined);
}
