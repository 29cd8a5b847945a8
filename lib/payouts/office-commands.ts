import "server-only";
import { z } from "zod";
import { requireAdmin } from "@/lib/accounts/guards";
import { provenStaffAct, staffAct } from "@/lib/accounts/staff-guards";
import { refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { ok, type Result } from "@/lib/core/result";
import { sql } from "@/lib/platform/sql";
import { closingErrorWords } from "./closing-words";
import { monthSpan } from "./month-span";
import { findOpenMonth } from "./month-store";
import { askCheck, askClosing } from "./office-act-store";
import { Month } from "./types";

const CloseForm = z.strictObject({ month: Month });

/** Has the open month closed before its day. The worker does it; the page shows what came of it. */
export function closeMonthByHand(input: unknown): Promise<Result<undefined, StaffRefusal>> {
  return provenStaffAct(requireAdmin, CloseForm, input, async ({ actor }, { month }, now) => {
    const next = await findOpenMonth(sql);
    if (next !== month)
      return refuse(
        "conflict",
        next === null ? closingErrorWords({ kind: "nothing-paid" }) : closingErrorWords({ kind: "not-next", next }),
      );
    if (monthSpan(month).endsAt > now) return refuse("conflict", `${month} is not over.`);
    if (!(await askClosing(month, actor, now))) return refuse("conflict", "It was asked for already and is being done.");
    return ok(undefined);
  });
}

const CheckForm = z.strictObject({});

/** Has the books held against themselves now. */
export function checkBooksNow(input: unknown): Promise<Result<undefined, StaffRefusal>> {
  return staffAct(requireAdmin, CheckForm, input, async ({ actor }, _form, now) => {
    if (!(await askCheck(actor, now))) return refuse("conflict", "It was asked for already and is being done.");
    return ok(undefined);
  });
}
