import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { createHostGate } from "@/lib/jobs/host-gate";

it("pauses as long as the work before asked for, one at a time", async () => {
  const gate = createHostGate(60_000, () => false);
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} starts`);
    await delay(5);
    log.push(`${name} ends`);
  };
  await Promise.all([gate("https://a.example/1", work("first"), 1), gate("https://a.example/2", work("second"))]);
  void gate("https://a.example/3", work("third"), 1);
  await delay(50);
  expect(log).toEqual(["first starts", "first ends", "second starts", "second ends"]);
});
