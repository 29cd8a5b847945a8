import "server-only";
import type { z } from "zod";
import { err, type Result } from "@/lib/core/result";
import { requireSameSite, requireStepUp } from "./guards";
import { refuse, type StaffRefusal } from "./staff-refusal";

type Act<Who, Input, Value> = (staff: Who, input: Input, now: Date) => Promise<Result<Value, StaffRefusal>>;

/**
 * One way for every act of the staff: whoever `guard` admits, by a form of our own pages, with fields that `schema` reads.
 *
 * @returns what `act` says; `not-staff` for anyone else and for other sites' forms; `invalid` with the first fault in words
 */
export async function staffAct<Who, Schema extends z.ZodType, Value>(
  guard: () => Promise<Who | null>,
  schema: Schema,
  input: unknown,
  act: Act<Who, z.output<Schema>, Value>,
): Promise<Result<Value, StaffRefusal>> {
  const [staff, site] = await Promise.all([guard(), requireSameSite()]);
  if (!staff || !site) return err({ kind: "not-staff" });
  const read = schema.safeParse(input);
  if (!read.success) return refuse("invalid", firstFault(read.error));
  return act(staff, read.data, new Date());
}

/** As `staffAct`, for acts on money, roles and whole accounts: only within five minutes of proving who one is. */
export function provenStaffAct<Who, Schema extends z.ZodType, Value>(
  guard: () => Promise<Who | null>,
  schema: Schema,
  input: unknown,
  act: Act<Who, z.output<Schema>, Value>,
): Promise<Result<Value, StaffRefusal>> {
  return staffAct(guard, schema, input, async (staff, read, now) => {
    const proven = await requireStepUp();
    return proven.ok ? act(staff, read, now) : err({ kind: "step-up" });
  });
}

function firstFault(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "Something in the form could not be read.";
  const field = issue.path.join(".");
  return field === "" ? `${issue.message}.` : `${field}: ${issue.message}.`;
}
