import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetRemembered, remember, rememberBy, rememberEach } from "@/lib/platform/remember";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

it("asks once while an answer is young, and again when it is old", async () => {
  const read = vi.fn(async () => "answer");
  const remembered = remember(1_000, read);
  await Promise.all([remembered(), remembered()]);
  expect(read).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_001);
  await remembered();
  expect(read).toHaveBeenCalledTimes(2);
});

it("forgets a failure at once", async () => {
  const read = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("down")).mockResolvedValue("up");
  const remembered = remember(1_000, read);
  await expect(remembered()).rejects.toThrow("down");
  await expect(remembered()).resolves.toBe("up");
});

it("remembers each key apart and makes room for new ones", async () => {
  const read = vi.fn(async (key: string) => key.toUpperCase());
  const remembered = rememberBy({ forMs: 1_000, keysMax: 2 }, read);
  expect(await Promise.all([remembered("a"), remembered("b"), remembered("a")])).toEqual(["A", "B", "A"]);
  expect(read).toHaveBeenCalledTimes(2);
  await remembered("c");
  await remembered("a");
  expect(read).toHaveBeenCalledTimes(4);
});

it("forgets everything when told that something changed", async () => {
  const read = vi.fn(async () => "answer");
  const remembered = remember(60_000, read);
  await remembered();
  forgetRemembered();
  await remembered();
  expect(read).toHaveBeenCalledTimes(2);
});

it("gives the old answer a while longer, once the next is being read", async () => {
  let turn = 0;
  const read = vi.fn(async () => (turn += 1));
  const remembered = remember(1_000, read, 1_000);
  expect(await remembered()).toBe(1);
  vi.advanceTimersByTime(1_500);
  expect(await Promise.all([remembered(), remembered()])).toEqual([1, 1]);
  expect(read).toHaveBeenCalledTimes(2);
  await Promise.resolve();
  expect(await remembered()).toBe(2);
  vi.advanceTimersByTime(2_001);
  expect(await remembered()).toBe(3);
});

it("does not bring back by a late answer what was forgotten", async () => {
  let answer: (value: string) => void = () => undefined;
  const read = vi.fn<() => Promise<string>>(() => new Promise((resolve) => (answer = resolve)));
  const remembered = remember(1_000, read, 1_000);
  const first = remembered();
  answer("first");
  await first;
  vi.advanceTimersByTime(1_500);
  await remembered();
  forgetRemembered();
  answer("read before the change");
  await Promise.resolve();
  const next = remembered();
  answer("after");
  expect(await next).toBe("after");
});

describe("of many keys", () => {
  const upper = (keys: string[]) => new Map(keys.filter((key) => key !== "none").map((key) => [key, key.toUpperCase()]));

  it("reads only what is not known, and remembers what is not there", async () => {
    const read = vi.fn(async (keys: string[]) => upper(keys));
    const remembered = rememberEach({ forMs: 1_000, keysMax: 10 }, read);
    expect([...(await remembered(["a", "none"]))]).toEqual([["a", "A"]]);
    expect([...(await remembered(["a", "none", "b"])).keys()].sort()).toEqual(["a", "b"]);
    expect(read.mock.calls).toEqual([[["a", "none"]], [["b"]]]);
    vi.advanceTimersByTime(1_001);
    await remembered(["a"]);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it("makes room for new ones, and forgets when told, also what is being read", async () => {
    const read = vi.fn(async (keys: string[]) => upper(keys));
    const remembered = rememberEach({ forMs: 1_000, keysMax: 2 }, read);
    await remembered(["a", "b"]);
    await remembered(["c"]);
    await remembered(["a"]);
    expect(read).toHaveBeenCalledTimes(3);
    const reading = remembered(["d"]);
    forgetRemembered();
    expect((await reading).get("d")).toBe("D");
    await remembered(["d"]);
    expect(read).toHaveBeenCalledTimes(5);
  });
});
