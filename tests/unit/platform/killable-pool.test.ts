import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test, vi } from "vitest";
import { makeKillablePool } from "@/lib/platform/killable/killable-pool";
import type { Misbehaviour } from "../../support/misbehaving-thread";

const file = new URL("../../support/misbehaving-thread.ts", import.meta.url);
const pool = makeKillablePool<Misbehaviour, string>({ file, processes: 1, timeoutMs: 1_500, heapMb: 48 });

afterAll(() => pool.close());

const served = { ok: true, value: "served" };
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const killed = (reason: string) => ({ ok: false, error: { kind: "killed", reason, detail: expect.any(String) } });

test("kills a document that loops for ever, within its time, and serves the next", async () => {
  await pool.run("answer");
  const start = performance.now();
  const [looped, next] = await Promise.all([pool.run("loop"), pool.run("answer")]);
  expect(looped).toEqual(killed("time"));
  expect(next).toEqual(served);
  expect(performance.now() - start).toBeLessThan(15_000);
});

test("lets a document wait for the processor longer than it may use it", async () => {
  expect(await pool.run("wait")).toEqual(served);
});

test("kills a document inside a regular expression that never ends", async () => {
  expect(await pool.run("backtrack")).toEqual(killed("time"));
  expect(await pool.run("answer")).toEqual(served);
});

test("kills a document that fills the heap, and serves the next", async () => {
  const roomy = makeKillablePool<Misbehaviour, string>({ file, processes: 1, timeoutMs: 15_000, heapMb: 48 });
  expect(await roomy.run("hoard")).toEqual(killed("memory"));
  expect(await roomy.run("answer")).toEqual(served);
  await roomy.close();
});

test("reports a handler that throws and a process that ends, and serves the next", async () => {
  expect(await pool.run("throw")).toEqual(killed("crash"));
  expect(await pool.run("answer")).toEqual(served);
  expect(await pool.run("exit")).toEqual(killed("crash"));
  expect(await pool.run("answer")).toEqual(served);
});

test("kills a document that fills memory outside the heap, or whose answer would", async () => {
  const roomy = makeKillablePool<Misbehaviour, string>({ file, processes: 1, timeoutMs: 15_000, heapMb: 48 });
  await roomy.run("answer");
  expect(await roomy.run("bloat")).toEqual(killed("memory"));
  expect(await roomy.run("long answer")).toEqual(killed("memory"));
  expect(await roomy.run("answer")).toEqual(served);
  await roomy.close();
});

test("gives its process none of our settings", async () => {
  const keys = await pool.run("environment");
  expect(keys.ok && keys.value).toMatch(/^MALLOC_ARENA_MAX,(NODE_CHANNEL_[A-Z_]+,)*NODE_ENV$/);
});

test("leaves no process behind when ours is killed, not even one that is busy for ever", async () => {
  const script = fileURLToPath(new URL("../../support/pool-owner.ts", import.meta.url));
  const owner = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(owner.stdout, "data");
  const pid = Number(String(line));
  expect(isAlive(pid)).toBe(true);
  owner.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
});

test("answers whoever still waits when it is closed", async () => {
  const closing = makeKillablePool<Misbehaviour, string>({ file, processes: 1, timeoutMs: 20_000, heapMb: 48 });
  await closing.run("answer");
  const waiting = [closing.run("loop"), closing.run("answer")];
  await closing.close();
  expect(await Promise.all(waiting)).toEqual([killed("crash"), killed("crash")]);
});
