import { verifyChain } from "@/lib/audit/audit-store";
import type { WorkerContext } from "../context";

/**
 * Checks the whole log of acts and says where it ends, so that whoever keeps the worker's own log can tell if its end is cut off.
 *
 * @throws Error with the first rows that are wrong: the job stands as failed
 */
export async function verifyAudit(context: Pick<WorkerContext, "log">): Promise<void> {
  const { head, faults } = await verifyChain(null);
  if (faults.length > 0) throw new Error(`The audit log is not whole: ${faults.map(({ seq, words }) => `row ${seq} ${words}`).join("; ")}`);
  context.log.info({ seq: head.seq, hash: head.hash }, "the audit log is whole");
}
