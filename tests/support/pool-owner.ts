import { setTimeout as delay } from "node:timers/promises";
import { makeKillablePool } from "@/lib/platform/killable/killable-pool";
import type { Misbehaviour } from "./misbehaving-thread";

/** A process with a pool whose one document never ends: says the number of the pool's process once that is busy. */
const file = new URL("./misbehaving-thread.ts", import.meta.url);
const pool = makeKillablePool<Misbehaviour, string>({ file, processes: 1, timeoutMs: 600_000, heapMb: 48 });
const pid = await pool.run("pid");
void pool.run("loop");
await delay(200);
process.stdout.write(pid.ok ? pid.value : "0");
