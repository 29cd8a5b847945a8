import { runStart } from "./start/run-start";
import { StartError } from "./start/start-error";

try {
  await runStart(process.argv.slice(2));
} catch (fault) {
  const words = fault instanceof Error ? fault.message : String(fault);
  process.stderr.write(fault instanceof StartError ? `${words}\n` : `Broadsheet could not start. ${words}\n`);
  process.exit(1);
}
