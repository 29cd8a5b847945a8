import "server-only";
import { requireAdmin } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import type { StaffRefusal } from "@/lib/accounts/staff-refusal";
import type { Result } from "@/lib/core/result";
import { dropJob, retryJob, retryQueue } from "./job-acts-store";
import { JobForm, QueueForm } from "./job-types";

type Answer<Value = void> = Promise<Result<Value, StaffRefusal>>;

/** Runs a failed job again. */
export const retryOne = (input: unknown): Answer =>
  staffAct(requireAdmin, JobForm, input, ({ actor }, { queue, jobId }, now) => retryJob(jobId, { actor, queue, now }));

/** Runs every failed job of a kind again. */
export const retryAll = (input: unknown): Answer<number> =>
  staffAct(requireAdmin, QueueForm, input, ({ actor }, { queue }, now) => retryQueue({ actor, queue, now }));

/** Takes a failed job away. */
export const dropOne = (input: unknown): Answer =>
  staffAct(requireAdmin, JobForm, input, ({ actor }, { queue, jobId }, now) => dropJob(jobId, { actor, queue, now }));
