import "server-only";
import { z } from "zod";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { selectCardBySlug } from "@/lib/articles/card-store";
import { err, ok, type Result } from "@/lib/core/result";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { findReaderSettings } from "@/lib/reading/settings-store";
import { findFacetsOf } from "./facet-store";
import { keepTaste } from "./learn-store";

/** More or less like one article, or one of these taken back. */
const TasteForm = z.strictObject({
  article: z.string().min(1).max(200),
  taste: z.enum(["more", "less"]),
  undo: z.literal("1").optional(),
  /** The order that its card stood in, to lead back to its reasons. */
  order: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

type TasteRefusal = { kind: "sign-in" } | { kind: "not-found" } | { kind: "invalid" };

/** Learns from a reader's own word on one article what to show more or less of, or takes that back. @returns the path that says so */
export async function tasteArticle(input: unknown): Promise<Result<string, TasteRefusal>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const parsed = TasteForm.safeParse(input);
  if (!parsed.success) return err({ kind: "invalid" });
  const { article: slug, taste, undo, order } = parsed.data;
  const now = viewerTime(viewer, new Date());
  const row = await selectCardBySlug(slug);
  const facets = row && (await findFacetsOf([row.id])).get(row.id);
  if (!facets) return err({ kind: "not-found" });
  // Whoever has switched personalisation off is not learnt from, whatever is pressed.
  if (!(await findReaderSettings(viewer.userId)).isPersonal) return err({ kind: "invalid" });
  await keepTaste(viewer.userId, { facets, taste, isUndone: undo !== undefined }, now);
  const said = { [undo === undefined ? "taste" : "undone"]: taste, ...(order !== undefined && { order }) };
  return ok(`/why/${slug}?${new URLSearchParams(said)}`);
}
