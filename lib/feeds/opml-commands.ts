import "server-only";
import { requireAdmin } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import type { StaffRefusal } from "@/lib/accounts/staff-refusal";
import type { Result } from "@/lib/core/result";
import { includeListed, keepOpml } from "./opml-acts-store";
import { ListedForm, ListForm } from "./title-types";

type Answer<Value> = Promise<Result<Value, StaffRefusal>>;

/** Reads a list of subscriptions, a file before a pasted text. @returns the id under which it may be chosen from */
export const readList = (input: unknown): Answer<string> =>
  staffAct(requireAdmin, ListForm, input, async (_staff, { file, text }, now) => {
    const isFile = file instanceof File && file.size > 0;
    return keepOpml(isFile ? await file.text() : (text ?? ""), now);
  });

/** Takes in what was chosen of a list. @returns how many feeds were added */
export const addListed = (input: unknown): Answer<number> =>
  staffAct(requireAdmin, ListedForm, input, ({ actor }, form, now) => includeListed(actor, form, now));
