import { checkBooks } from "@/lib/payouts/check-store";
import { keepRound } from "@/lib/payouts/round-store";
import type { WorkerContext } from "../context";

/**
 * Holds the books against themselves, notes what came of it for the office and tells every admin where they are wrong.
 *
 * @throws Error with each rule that is broken: the job stands as failed
 */
export async function checkPayouts({ log, now }: Pick<WorkerContext, "log" | "now">): Promise<void> {
  const checks = await checkBooks();
  const broken = checks.filter(({ wrong }) => wrong > 0).map(({ name, wrong }) => `Broken ${wrong} times: ${name}`);
  const words = broken.length > 0 ? broken : [`${checks.length} rules hold.`];
  await keepRound({ kind: "check", at: now(), isGood: broken.length === 0, words });
  if (broken.length > 0) throw new Error(`The books are wrong. ${broken.join("; ")}`);
  log.info({ job: "payouts.check", rules: checks.length }, "the books balance");
}
