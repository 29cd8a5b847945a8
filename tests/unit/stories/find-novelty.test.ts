import { expect, it } from "vitest";
import { findNovelty } from "@/lib/stories/find-novelty";

const shared = "The Grauford bridge between Lythra and Ostervar reopened on Friday after 27 years.";
const reworded = "On Friday the Grauford bridge reopened between Ostervar and Lythra, 27 years after it shut.";
const toll = "Lorries will pay a toll of eleven crowns from the first of March, the harbour office said.";
const painters = "Forty painters from Tarrowmouth worked through the winter on its northern arch.";

const told = (id: number, opening: string, text = "") => ({ id, language: "en", standfirst: "", opening, text });

it("finds what no other telling says, reworded or not", () => {
  const [one, other] = findNovelty([told(1, `${shared} ${toll}`), told(2, reworded)]);
  expect(one).toEqual({ articleId: 1, publicSentences: [toll], gatedPlaces: [] });
  expect(other).toEqual({ articleId: 2, publicSentences: [], gatedPlaces: [] });
});

it("keeps places, never words, of what stands in the licensed text alone", () => {
  const [one] = findNovelty([told(1, shared, `${shared} ${toll}\n${painters}`), told(2, reworded, reworded)]);
  expect(one).toEqual({ articleId: 1, publicSentences: [], gatedPlaces: [1, 2] });
});

it("lets no copy add anything", () => {
  for (const found of findNovelty([told(1, toll), told(2, toll)])) expect(found.publicSentences).toEqual([]);
});

it("passes over invitations and short cries, and says nothing of a single telling", () => {
  const invitation = "Sign up for our morning newsletter from the harbour with Lythra and Ostervar reports.";
  expect(findNovelty([told(1, `${shared} ${invitation} What a day.`), told(2, reworded)])[0]?.publicSentences).toEqual([]);
  expect(findNovelty([told(1, toll)])).toEqual([{ articleId: 1, publicSentences: [], gatedPlaces: [] }]);
});
