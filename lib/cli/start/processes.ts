import { type ChildProcess, fork } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import path from "node:path";
import { endProcess } from "@/lib/platform/postgres/server-process";

export type Service = { name: string; child: ChildProcess; stop: () => Promise<void> };

/**
 * Forks one of our processes in a group of its own: Ctrl-C reaches it only through us, in order; it follows us
 * when we die, because it watches the channel that `fork` opens.
 *
 * @param onDeath called when it ends without being asked to, with how it ended and the last lines of its log, in words
 */
export function startService(options: {
  name: string;
  script: string;
  args: string[];
  execArgv: string[];
  env: NodeJS.ProcessEnv;
  dataDir: string;
  onDeath: (words: string) => void;
}): Service {
  const logFile = path.join(options.dataDir, "logs", `${options.name}.log`);
  const log = openSync(logFile, "a");
  const child = fork(options.script, options.args, {
    env: options.env,
    execArgv: options.execArgv,
    execPath: process.execPath,
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
  });
  let isStopping = false;
  child.on("exit", (code, signal) => {
    if (!isStopping) options.onDeath(`${signal ?? `exit ${code}`}; its last lines in ${logFile}:\n${lastLines(logFile)}`);
  });
  const stop = async () => {
    isStopping = true;
    if (child.pid) await endProcess(child.pid, ["SIGTERM", "SIGKILL"]);
  };
  return { name: options.name, child, stop };
}

const linesShown = 15;

const lastLines = (file: string): string => readFileSync(file, "utf8").trimEnd().split("\n").slice(-linesShown).join("\n");
