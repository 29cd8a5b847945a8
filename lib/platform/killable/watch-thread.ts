import { workerData } from "node:worker_threads";

// Runs beside a killable process's only other thread, whatever that one is busy with. No imports of ours and no
// syntax that Node cannot strip: it is loaded without a loader.
const lookEveryMs = 100;

setInterval(() => {
  const { parentPid, rssBytesMax, cpuMsMax, begunAt, rssBytes } = workerData;
  const isAlone = process.ppid !== parentPid;
  rssBytes[0] = process.memoryUsage.rss();
  if (isAlone || rssBytes[0] > rssBytesMax) process.kill(process.pid, "SIGKILL");
  const { user, system } = process.cpuUsage();
  // The CPU's time and not the wall's: on a busy machine a sound document waits long for its turn.
  if (begunAt[0] >= 0 && (user + system) / 1_000 - begunAt[0] > cpuMsMax) process.kill(process.pid, "SIGXCPU");
}, lookEveryMs);
