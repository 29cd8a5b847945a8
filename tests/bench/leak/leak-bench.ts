import { startStack } from "../../support/stack";
import type { Bench, Report } from "../types";
import { measureLeaks } from "./measure-leaks";

/** Whether a word hidden in gated texts ever reaches someone who may not read them. */
export const bench: Bench = {
  name: "leak",
  title: "20 canaries in gated texts; every route in every variant as visitor, free account and lapsed trial",
  run,
};

async function run(report: Report): Promise<void> {
  process.stderr.write("leak: starting Broadsheet on its newsroom …\n");
  const stack = await startStack();
  try {
    await measureLeaks(stack, report);
  } finally {
    await stack.stop();
  }
}
