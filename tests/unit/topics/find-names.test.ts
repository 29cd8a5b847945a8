import { expect, it } from "vitest";
import { findNames } from "@/lib/topics/find-names";
import type { NameSource } from "@/lib/topics/types";

const namesIn = (source: Partial<NameSource>) =>
  findNames({ headline: "", standfirst: "", leadIn: "", language: "en", categories: [], ownNames: [], ...source });
const shown = (source: Partial<NameSource>) => namesIn(source).map(({ name }) => name);
const kinds = (source: Partial<NameSource>) => Object.fromEntries(namesIn(source).map(({ name, kind }) => [name, kind]));

it("finds a person by the title before the name, and takes the title off", () => {
  expect(kinds({ leadIn: "On Friday the mayor met President Oda Brannick in the harbour." })).toEqual({ "Oda Brannick": "person" });
});

it.each([
  ["her age", "The prize went to Oda Brannick, 61, a baker."],
  ["who", "The prize went to Oda Brannick, who bakes."],
  ["a verb of saying", "It was luck, Oda Brannick said."],
  ["her surname alone later on", "They met Oda Brannick at noon. Later Brannick left."],
])("knows a person by %s", (_rule, leadIn) => {
  expect(kinds({ leadIn })).toEqual({ "Oda Brannick": "person" });
});

it("folds the surname and the possessive into the full name", () => {
  const [name] = namesIn({ headline: "Brannick’s cut", leadIn: "The bank’s chief, Oda Brannick, spoke. Nobody expected Brannick’s cut." });
  expect(name).toMatchObject({ key: "oda brannick", shortKeys: ["brannick"] });
});

it("keeps a given name that begins a sentence, and drops any other word that does", () => {
  expect(shown({ leadIn: "Oda Brannick spoke. Few believe Brannick." })).toEqual(["Oda Brannick"]);
  expect(shown({ leadIn: "They met Oda Brannick. Later Brannick left. Yesterday Oda Brannick wrote." })).toEqual(["Oda Brannick"]);
});

it("joins an acronym with the name that it stands for", () => {
  const names = namesIn({ headline: "ECB holds rates", leadIn: "The European Central Bank (ECB) held rates. Later the ECB spoke." });
  expect(names).toMatchObject([{ name: "European Central Bank", kind: "organisation", shortKeys: ["ecb"] }]);
});

it("reads what an acronym stands for where only the first word has a capital", () => {
  const [name] = namesIn({ language: "fr", leadIn: "La Banque centrale européenne (BCE) a décidé jeudi une baisse." });
  expect(name).toMatchObject({ name: "Banque centrale européenne", shortKeys: ["bce"] });
});

it("calls countries by one name and knows them for places", () => {
  const names = namesIn({ leadIn: "Exports from the U.S. to Germany rose." });
  expect(names.map(({ name, kind }) => [name, kind])).toEqual([
    ["Germany", "place"],
    ["United States", "place"],
  ]);
});

it("takes no capital for a name that a sentence, a day, a people or an office gave", () => {
  expect(
    shown({
      leadIn:
        "Shares fell on Monday. The French were calm. The Prime Minister said nothing in November. It’s late. On Tuesday, Thursday, Saturday and Sunday nobody came. Let’s wait for Wednesday’s vote. I’ve heard.",
    }),
  ).toEqual([]);
});

it("reads no names off a headline whose every word has a capital, but weighs there what the text names", () => {
  const [name, ...others] = namesIn({
    headline: "Why Oda Brannick Will Never Lower Rates Again",
    leadIn: "Nobody knows whether Oda Brannick will.",
  });
  expect(others).toEqual([]);
  expect(name).toMatchObject({ name: "Oda Brannick", weight: 4 });
});

it("parts a name from the house it belongs to", () => {
  expect(shown({ leadIn: "They asked Ruth Abelsen of Halden Maritime and the Bank of Ostermere." }).sort()).toEqual([
    "Bank of Ostermere",
    "Halden Maritime",
    "Ruth Abelsen",
  ]);
});

it("keeps particles within a name", () => {
  expect(shown({ leadIn: "They invited Ursula von der Leyen to speak." })).toEqual(["Ursula von der Leyen"]);
});

it("passes over who writes: the title's own name and its writers'", () => {
  expect(shown({ leadIn: "They told The Harbour Gazette and Ann Writer of it.", ownNames: ["The Harbour Gazette", "Ann Writer"] })).toEqual(
    [],
  );
});

it("takes a publisher's label for a term unless it names a section or is a sentence", () => {
  const categories = ["Interest rates", "Sport", "What we know so far about it"];
  expect(kinds({ leadIn: "Nothing else.", categories })).toEqual({ "Interest rates": "term" });
});

it("takes no lone noun of German for a name, but known places, acronyms and runs", () => {
  const names = shown({
    language: "de",
    leadIn: "Die Wirtschaft in Deutschland wächst, sagte Bundeskanzlerin Ruth Abelsen. Die Fabrik der EZB steht in Berlin.",
  });
  expect(names.sort()).toEqual(["Berlin", "Deutschland", "EZB", "Ruth Abelsen"]);
});

it("finds again what Arabic and Japanese texts repeat", () => {
  expect(shown({ language: "ar", leadIn: "زار نور السلماني المدينة. وفي المساء غادر نور السلماني إلى بيروت." })).toContain("نور السلماني");
  expect(shown({ language: "ja", headline: "防潮水門が閉鎖", leadIn: "防潮水門はポート・アンセルにある。" }).sort()).toEqual(
    ["ポート・アンセル", "防潮水門"].sort(),
  );
});

it("brings bent names of Russian together", () => {
  const keys = new Set(
    ["Владимир Путин прибыл.", "Встретили Владимира Путина."].flatMap((leadIn) =>
      namesIn({ language: "ru", leadIn }).map(({ key }) => key),
    ),
  );
  expect(keys.size).toBeLessThanOrEqual(2);
});

it("answers hostile and empty texts in bounded time", () => {
  expect(namesIn({})).toEqual([]);
  const startedAt = performance.now();
  namesIn({ headline: "(A".repeat(2_000), standfirst: "A ".repeat(5_000), leadIn: `${"Aa Bb of ".repeat(2_000)}(${"A".repeat(5_000)})` });
  namesIn({ language: "ja", leadIn: "漢".repeat(2_000) });
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
