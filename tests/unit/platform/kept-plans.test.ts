import { expect, it } from "vitest";
import { planName } from "@/lib/platform/kept-plans";

const url = "postgresql://db/paper";

it("names a text by its comment, and no other", () => {
  expect(planName("/* keep known articles */ SELECT 1", url)).toBe("known articles");
  expect(planName("SELECT 1 /* keep related */", url)).toBe("related");
  expect(planName("SELECT 1 /* keeps */", url)).toBe("");
});

it("keeps none behind a pooler that loses them", () => {
  expect(planName("/* keep related */", url)).toBe("related");
  expect(planName("/* keep related */", `${url}?schema=public&pgbouncer=true`)).toBe("");
  expect(planName("/* keep related */", `${url}?pgbouncer=truely`)).toBe("related");
});
