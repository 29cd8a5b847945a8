import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetRemembered, remember, rememberBy } from "@/lib/platform/remember";

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
