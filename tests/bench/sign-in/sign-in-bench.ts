import { availableParallelism } from "node:os";
import { startStack } from "../../support/stack";
import { waitForQuiet } from "../pages/wait-for-quiet";
import type { Bench, Report } from "../types";
import { fillAccounts } from "./fill-accounts";
import { type Answer, sendSignIns } from "./send-sign-ins";

const perSecond = 20;
const durationSec = 15;
const accountCount = 200;
/** More than may hash and wait on two cores, fewer than one network may have under way. */
const burst = 90;

/** Sign-in with the real cost of argon2id: how long it takes at a steady rate, and how it refuses what is too much. */
export const bench: Bench = {
  name: "sign-in",
  title: "sign-in at 20 a second, and 90 at once",
  run: async (report) => {
    const stack = await startStack();
    try {
      await waitForQuiet(stack.databaseUrl);
      const accounts = await fillAccounts(stack.databaseUrl, accountCount);
      // Everything that is loaded at first use is.
      await sendSignIns(stack.baseUrl, accounts.slice(0, perSecond), perSecond / 2);
      reportSteady(report, await sendSignIns(stack.baseUrl, listSignIns(accounts, perSecond * durationSec), perSecond));
      reportBurst(report, await sendSignIns(stack.baseUrl, accounts.slice(0, burst), Number.POSITIVE_INFINITY));
    } finally {
      await stack.stop();
    }
  },
};

const listSignIns = <T>(accounts: T[], count: number): T[] =>
  Array.from({ length: count }, (_, index) => accounts[index % accounts.length]).filter((account) => account !== undefined);

function reportSteady(report: Report, answers: Answer[]): void {
  const signedIn = answers.filter(({ hasSession }) => hasSession);
  report({ metric: "cores", value: availableParallelism(), unit: "cores" });
  report({ metric: "steady-signed-in", value: (100 * signedIn.length) / answers.length, unit: "%", bar: 100 });
  report({ metric: "steady-p50", value: percentile(signedIn, 0.5), unit: "ms" });
  report({ metric: "steady-p95", value: percentile(signedIn, 0.95), unit: "ms", bar: 300, better: "lower" });
}

function reportBurst(report: Report, answers: Answer[]): void {
  const signedIn = answers.filter(({ hasSession }) => hasSession);
  const refused = answers.filter(({ status, retryAfter }) => status === 503 && retryAfter !== null);
  report({ metric: "burst-signed-in", value: signedIn.length, unit: "answers" });
  report({ metric: "burst-refused-in-words", value: refused.length, unit: "answers" });
  report({ metric: "burst-otherwise", value: answers.length - signedIn.length - refused.length, unit: "answers", bar: 0, better: "lower" });
  report({ metric: "burst-p99", value: percentile(answers, 0.99), unit: "ms" });
}

function percentile(answers: Answer[], share: number): number {
  const sorted = answers.map(({ tookMs }) => tookMs).sort((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}
