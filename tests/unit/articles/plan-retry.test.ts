import { expect, it } from "vitest";
import { planRetry } from "@/lib/articles/plan-retry";

it("waits longer each time, hides the picture from the second try on, and gives up within six hours", () => {
  const plans = [0, 1, 2, 3, 4, 5].map((attempt) => planRetry(attempt, null));
  expect(plans.map((plan) => plan && plan.delaySec / 60)).toEqual([1, 4, 16, 64, 256, null]);
  expect(plans.map((plan) => plan?.isHidden)).toEqual([false, true, true, true, true, undefined]);
});

it("lets a host's Retry-After lengthen a wait, never shorten it", () => {
  expect(planRetry(0, 3_600)?.delaySec).toBe(3_600);
  expect(planRetry(3, 5)?.delaySec).toBe(64 * 60);
});
