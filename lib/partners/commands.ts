import "server-only";
import { z } from "zod";
import { requirePublisher } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import type { StaffRefusal } from "@/lib/accounts/staff-refusal";
import { ok, type Result } from "@/lib/core/result";
import { leadInBounds } from "./lead-in-bounds";
import { keepOwnWishes } from "./policy-store";

const WishesForm = z.strictObject({
  indexing: z.enum(["self", "noindex_news", "noindex", "canonical_to_source"]),
  /** Empty leaves it to the house's own measure. */
  leadInWords: z
    .union([z.literal(""), z.coerce.number().int().min(leadInBounds.min).max(leadInBounds.max)], {
      error: `The opening has ${leadInBounds.min} to ${leadInBounds.max} words, or as many as the house gives`,
    })
    .transform((words) => (words === "" ? null : words)),
});

/** Keeps what the own title wishes about search engines and the length of its openings; in force at once. */
export function setOwnWishes(input: unknown): Promise<Result<undefined, StaffRefusal>> {
  return staffAct(requirePublisher, WishesForm, input, async ({ publisherId, actor }, wishes, now) => {
    await keepOwnWishes(publisherId, wishes, actor, now);
    return ok(undefined);
  });
}
