import { appendFile } from "node:fs/promises";
import { cruise, listCruisable } from "./cruise";
import { type Outcome, oneCheck, type Step } from "./step";

// With a TypeScript it does not know, dependency-cruiser reads nothing and reports success.
const modulesMin = 200;

/** Import rules by dependency-cruiser, which must have read every file that there is. */
export const importRulesStep: Step = { names: ["imports"], title: "import rules", run: checkImports };

async function checkImports(logFile: string): Promise<Outcome> {
  const [{ violations, files }, onDisk] = await Promise.all([cruise("."), listCruisable(".")]);
  const read = new Set(files);
  const unread = onDisk.filter((file) => !read.has(file));
  const faults = [
    ...violations.map(({ rule, from, to }) => (from === to ? `${rule}: ${from}` : `${rule}: ${from} -> ${to}`)),
    ...unread.map((file) => `not read: ${file}`),
    ...(files.length < modulesMin ? [`only ${files.length} modules were read, at least ${modulesMin} are expected`] : []),
  ];
  await appendFile(logFile, [`${files.length} modules read`, ...faults, ""].join("\n"));
  return { ...oneCheck(faults.length), words: `${files.length} modules` };
}
