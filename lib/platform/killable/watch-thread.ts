import { workerData } from "node:worker_threads";

// Runs beside a killable process's only other thread, whatever that one is busy with. No imports of ours and no
// syntax that Node cannot strip: it is loaded without a loader.
const lookEveryMs = 100;

setInterval(() => {
  const isAlone = process.ppid !== workerData.parentPid;
  if (isAlone || process.memoryUsage.rss() > workerData.rssBytesMax) process.kill(process.pid, "SIGKILL");
}, lookEveryMs);
