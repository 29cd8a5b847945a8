import { expect, it } from "vitest";
import { classifySection, explainSection } from "@/lib/articles/classify-section";
import { refileArticle } from "@/lib/articles/refile-article";
import { openSectionModel, StoredSectionModel } from "@/lib/articles/section-model";
import { sectionTerms } from "@/lib/articles/section-terms";
import { type SectionExample, trainSectionsAtOnce } from "@/lib/articles/train-sections";

const matches = ["striker", "goal", "keeper", "league", "referee", "penalty", "cup", "coach"];
const money = ["shares", "profit", "bank", "investors", "bond", "merger", "dividend", "inflation"];
const text = (headline: string, language = "en") => ({ headline, standfirst: "", leadIn: "", language });

/** Articles of two sections, each of some words of its own; the same on every run. */
function makeExamples(count: number): SectionExample[] {
  return Array.from({ length: count }, (_, index) => {
    const [section, words] = index % 2 === 0 ? (["sport", matches] as const) : (["business", money] as const);
    const said = [0, 3, 5].map((step) => words[(index + step) % words.length] ?? "");
    return { text: text(`The town spoke of ${said.join(" and ")} today`), section, group: `event ${index}` };
  });
}

const training = trainSectionsAtOnce(makeExamples(400));

it("learns sections from labelled articles and says how well", () => {
  expect(training).toMatchObject({ kind: "trained", articleCount: 400, accuracy: 1 });
});

it("learns nothing from too few articles or from one section", () => {
  expect(trainSectionsAtOnce(makeExamples(120))).toEqual({ kind: "too-few", articleCount: 120 });
  expect(trainSectionsAtOnce(makeExamples(400).filter(({ section }) => section === "sport")).kind).toBe("too-few");
});

it("gives the same model for the same articles", () => {
  expect(trainSectionsAtOnce(makeExamples(400))).toEqual(training);
});

it("names a section, says whether it is sure, and gives the words that decided", () => {
  if (training.kind !== "trained") throw new Error("there is no model");
  const model = openSectionModel(StoredSectionModel.parse(JSON.parse(JSON.stringify(training.model))));
  const told = text("The town spoke of penalty and striker and goal today");
  expect(classifySection(model, told)).toMatchObject({ section: "sport", isSure: true });
  const words = explainSection(model, told)?.reasons.map((reason) => reason.words) ?? [];
  expect(words).toContain("penalty");
  expect(words).toContain("striker");
  expect(words).not.toContain("town");
  expect(classifySection(model, text("Zxyq"))).toBeNull();
});

it("is never sure of anything where labels follow no rule", () => {
  const muddled = makeExamples(400).map((example, index) => ({
    ...example,
    section: index % 3 === 0 ? ("sport" as const) : ("business" as const),
  }));
  const taught = trainSectionsAtOnce(muddled);
  expect(taught.kind === "trained" && taught.model.leadMin).toBeNull();
});

it("cuts words to their first letters and takes Arabic's articles off", () => {
  expect(sectionTerms(text("Economists, economies")).map(({ term }) => term)).toEqual(["econo", "econo econo"]);
  const [arabic] = sectionTerms(text("الاقتصاد", "ar"));
  expect(arabic?.term).toBe("اقتصا");
  expect(sectionTerms(text("経済成長", "ja")).map(({ term }) => term)).toEqual(["経済", "済成", "成長"]);
});

it.each([
  ["a title's own feed over a category", "publisher", "category", true],
  ["a category over the classifier", "category", "classifier", true],
  ["an address over nobody", "address", "none", true],
  ["nothing over an editor", "publisher", "editor", false],
  ["no category over a title's feed", "category", "publisher", false],
  ["no title's feed over its other", "publisher", "publisher", false],
] as const)("refiles by %s", (_rule, by, sectionBy, isRefiled) => {
  const filing = { section: "sport", by } as const;
  expect(refileArticle(filing, { section: "science", sectionBy })).toEqual(isRefiled ? filing : null);
});
