import "server-only";
import { z } from "zod";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { err, ok, type Result } from "@/lib/core/result";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { findReaderSettings, saveReaderSettings } from "@/lib/reading/settings-store";
import { arrangeBlocks, blockMoves, moveBlock, standingBlocks } from "./front-blocks";

const BlockForm = z.union([
  z.strictObject({ block: z.enum(standingBlocks), move: z.enum(blockMoves) }),
  z.strictObject({ block: z.undefined().optional(), move: z.literal("reset") }),
]);

/** Moves, hides or shows a block of the reader's front page, or puts all back. @returns the path of the page, at the block that moved */
export async function arrangeFront(input: unknown): Promise<Result<string, { kind: "sign-in" } | { kind: "invalid" }>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const parsed = BlockForm.safeParse(input);
  if (!parsed.success) return err({ kind: "invalid" });
  const now = viewerTime(viewer, new Date());
  const { block, move } = parsed.data;
  const { blockOrder } = await findReaderSettings(viewer.userId);
  const moved = block === undefined ? [] : moveBlock(arrangeBlocks(blockOrder), block, move);
  await saveReaderSettings(viewer.userId, { blockOrder: moved }, now);
  return ok(block === undefined ? "/front-page" : `/front-page?moved=${block}&by=${move}`);
}
