import { startStack } from "../../support/stack";
import type { Bench, Report } from "../types";
import { measurePages } from "./measure-pages";

/** Our pages against the least that Next and Node can do with as many bytes. */
export const bench: Bench = {
  name: "pages",
  title: "Front and article pages for visitors and members, beside a bare Next page and a bare Node server of the same bytes",
  run,
};

async function run(report: Report): Promise<void> {
  process.stderr.write("pages: starting Broadsheet on its newsroom …\n");
  const stack = await startStack();
  try {
    await measurePages(stack, report);
  } finally {
    await stack.stop();
  }
}
