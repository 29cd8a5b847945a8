import { expect, it } from "vitest";
import { GateFull, makeGate } from "@/lib/accounts/make-gate";

function makeWork() {
  const open: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => open.push(resolve));
  return { open, work };
}

it("runs as many at once as there are places, and the others in turn", async () => {
  const gate = makeGate(2, 2);
  const { open, work } = makeWork();
  const all = [0, 1, 2, 3].map(() => gate.run(work));
  await Promise.resolve();
  expect(open).toHaveLength(2);
  open[0]?.();
  await all[0];
  await Promise.resolve();
  expect(open).toHaveLength(3);
  for (let turn = 1; turn < 4; turn++) {
    open[turn]?.();
    await all[turn];
  }
});

it("refuses at once what may not even wait, and has room again afterwards", async () => {
  const gate = makeGate(1, 1);
  const { open, work } = makeWork();
  const [first, second] = [gate.run(work), gate.run(async () => "served")];
  await expect(gate.run(work)).rejects.toBeInstanceOf(GateFull);
  open[0]?.();
  await first;
  expect(await second).toBe("served");
  expect(await gate.run(async () => "again")).toBe("again");
});

it("gives a place back when the work fails", async () => {
  const gate = makeGate(1, 0);
  await expect(gate.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await gate.run(async () => "served")).toBe("served");
});
