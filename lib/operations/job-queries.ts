import "server-only";
import type { Staff } from "@/lib/accounts/guards";
import { listFailed, listQueues } from "./job-store";
import type { JobsView } from "./job-types";

/** The queues and what failed in them; null for anyone who does not run the paper. @param asked a queue to see alone */
export async function readJobs(staff: Staff, asked: string): Promise<JobsView | null> {
  if (staff.viewer.role !== "admin") return null;
  const queues = await listQueues();
  const queue = queues.some(({ name }) => name === asked) ? asked : "";
  return { queues, failed: await listFailed(queue), queue };
}
