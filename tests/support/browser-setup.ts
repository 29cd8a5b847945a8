import { inPart } from "./browser-part";
import { startStack } from "./stack";
import { saveStackFacts } from "./stack-file";

/** Starts the product once for all browser tests; what it returns stops it, and fails when a process is left. */
// biome-ignore lint/style/noDefaultExport: Playwright takes a set-up only as a default export.
export default async function setup(): Promise<() => Promise<void>> {
  const stack = await startStack(inPart("stack"));
  await saveStackFacts(stack);
  return stack.stop;
}
