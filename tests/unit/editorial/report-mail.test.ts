import { expect, it } from "vitest";
import { answerMail } from "@/lib/editorial/report-mail";

const facts = {
  reader: { name: "Ada" },
  article: { headline: "Harbour opens", slug: "harbour-opens" },
  isWithdrawn: false,
  state: "upheld",
  answer: "It was the other harbour.",
  origin: "https://paper.example",
};

it("tells a reader the answer, where the article is, and where all their reports are", () => {
  const { subject, text } = answerMail(facts);
  expect(subject).toBe("Our answer to your report");
  expect(text).toContain("“Harbour opens”");
  expect(text).toContain("You were right");
  expect(text).toContain("https://paper.example/article/harbour-opens");
  expect(text).toContain("https://paper.example/report");
});

it("says when it is left as it is, and nothing of a withdrawn article", () => {
  const { text } = answerMail({ ...facts, state: "declined", isWithdrawn: true });
  expect(text).toContain("leave it as it is");
  expect(text).not.toMatch(/Harbour opens|harbour-opens/);
});
