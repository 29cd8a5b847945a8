import { expect, it } from "vitest";
import { keepsPlans, planName } from "@/lib/platform/kept-plans";

it("names a text by its comment, and no other", () => {
  expect(planName("/* keep known articles */ SELECT 1")).toBe("known articles");
  expect(planName("SELECT 1 /* keep related */")).toBe("related");
  expect(planName("SELECT 1 /* keeps */")).toBe("");
});

it("keeps none behind a pooler that loses them", () => {
  expect(keepsPlans("postgresql://db/paper")).toBe(true);
  expect(keepsPlans("postgresql://db/paper?schema=public&pgbouncer=true")).toBe(false);
  expect(keepsPlans("postgresql://db/paper?pgbouncer=truely")).toBe(true);
});
