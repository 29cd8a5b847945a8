import { type ChildProcess, execFile, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { childEnv } from "@/lib/platform/env";
import { endProcess } from "@/lib/platform/postgres/server-process";
import { sendRaw } from "../../support/raw-request";

export type RunningServer = { origin: string; pid: number; stop: () => Promise<void> };

const nextBin = path.resolve("node_modules/next/dist/bin/next");
const settings = () => childEnv({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: undefined });

/** Builds the app in a folder with the project's own Next. @throws Error with the build's words */
export async function buildNext(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, [nextBin, "build"], { cwd: folder, env: settings(), timeout: 120_000 });
}

/** Serves a built app as the product's own web process is served: `next start`, one process. */
export function startNext(folder: string, port: number): Promise<RunningServer> {
  const child = spawn(process.execPath, [nextBin, "start", "-p", String(port)], { cwd: folder, env: settings(), stdio: "ignore" });
  return whenAnswering(child, port, "/kept/front");
}

/** Serves the two pages in `folder` from a Node process that does nothing else. */
export function startBareServer(folder: string, port: number): Promise<RunningServer> {
  const script = path.join(import.meta.dirname, "bare-server.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, folder, String(port)], { stdio: "ignore" });
  return whenAnswering(child, port, "/front");
}

async function whenAnswering(child: ChildProcess, port: number, page: string): Promise<RunningServer> {
  const origin = `http://localhost:${port}`;
  const pid = child.pid ?? 0;
  const stop = () => endProcess(pid, ["SIGTERM", "SIGKILL"]);
  for (let attempt = 0; attempt < 300 && child.exitCode === null; attempt++) {
    const isUp = await sendRaw(origin, { path: page }).then(
      (answer) => answer.status === 200,
      () => false,
    );
    if (isUp) return { origin, pid, stop };
    await delay(100);
  }
  await stop();
  throw new Error(`A server to compare with did not start on port ${port}.`);
}
