import { expect, it } from "vitest";
import { type AlternateCandidate, chooseAlternates } from "@/lib/stories/choose-alternates";

const member = (id: number, access: AlternateCandidate["access"], changes: Partial<AlternateCandidate> = {}): AlternateCandidate => ({
  id,
  publisherId: id,
  access,
  licence: "partner",
  hasPicture: false,
  wordCount: 300,
  publishedAt: new Date(id),
  ...changes,
});
const idsOf = (lead: AlternateCandidate, members: AlternateCandidate[]) => chooseAlternates(lead, members).map(({ id }) => id);

it("needs none where everyone may open the lead", () => {
  expect(idsOf(member(1, "open"), [member(2, "open")])).toEqual([]);
});

it("takes the best of each more open policy, the most open first", () => {
  const lead = member(1, "paid");
  const members = [
    lead,
    member(2, "metered"),
    member(3, "metered", { hasPicture: true }),
    member(4, "open"),
    member(5, "paid"),
    member(6, "registered"),
  ];
  expect(idsOf(lead, members)).toEqual([4, 6, 3]);
});
