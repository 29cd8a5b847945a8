import { expect, it } from "vitest";
import { decideAccess } from "@/lib/articles/decide-access";

it("keeps no text under a headline licence and puts no wall before the summary", () => {
  expect(decideAccess({ licence: "headline", wall: "paid", bodyWords: 900, leadInWords: 90 })).toEqual({
    access: "open",
    keepsBody: false,
  });
});

it("asks for an account where a feed's text is worth a third more than the lead-in", () => {
  expect(decideAccess({ licence: "feed", wall: "paid", bodyWords: 121, leadInWords: 90 })).toEqual({
    access: "registered",
    keepsBody: true,
  });
});

it("leaves a feed's short text open", () => {
  expect(decideAccess({ licence: "feed", wall: "registered", bodyWords: 120, leadInWords: 90 })).toEqual({
    access: "open",
    keepsBody: true,
  });
});

it("gives a partner's text the partner's wall", () => {
  expect(decideAccess({ licence: "partner", wall: "paid", bodyWords: 91, leadInWords: 90 })).toEqual({ access: "paid", keepsBody: true });
});

it("puts no wall before a partner's text that the lead-in already shows", () => {
  expect(decideAccess({ licence: "partner", wall: "paid", bodyWords: 80, leadInWords: 80 })).toEqual({ access: "open", keepsBody: true });
});

it("is open where there is no text at all", () => {
  expect(decideAccess({ licence: "partner", wall: "paid", bodyWords: 0, leadInWords: 40 })).toEqual({ access: "open", keepsBody: false });
});
