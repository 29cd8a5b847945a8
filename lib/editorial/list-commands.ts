import "server-only";
import { requireAdmin } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import { refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import type { Result } from "@/lib/core/result";
import { forgetRemembered } from "@/lib/platform/remember";
import { ListForm } from "./desk-forms";
import { saveList } from "./list-store";

/** Defines a list, or changes what one is. @returns its slug */
export const defineList = (input: unknown): Promise<Result<string, StaffRefusal>> =>
  staffAct(requireAdmin, ListForm, input, async (staff, { isNew, ...list }, now) => {
    const saved = await saveList(list, isNew, staff.actor, now);
    if (!saved.ok) return refuse("invalid", saved.error);
    forgetRemembered();
    return saved;
  });
