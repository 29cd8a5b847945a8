import "server-only";
import { z } from "zod";
import { requireAdmin } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import type { StaffRefusal } from "@/lib/accounts/staff-refusal";
import type { Result } from "@/lib/core/result";
import { askForCheck } from "./job-acts-store";

/** Has the whole log checked now and not only at night. What comes of it stands on the log's page. */
export const verifyNow = (input: unknown): Promise<Result<void, StaffRefusal>> =>
  staffAct(requireAdmin, z.strictObject({}), input, ({ actor }, _form, now) => askForCheck(actor, now));
