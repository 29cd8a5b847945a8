import { expect, it } from "vitest";
import { splitSentences } from "@/lib/articles/split-sentences";

/** What may stand between two sentences or within one: the shortcut must part from the standard at none of them. */
const joints = [". ", "? ", ".", "?! ", '." ', ".) ", ".  ", ". b", "3.5 ", "U.S. ", "; ", ".\n"];
const words = ["Alpha", "beta", "1", "(C"];

it.each(["en-GB", "el"])("parts a text exactly as the segmenter of %s does, by shortcut or not", (language) => {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const texts = words.flatMap((word) => joints.flatMap((joint) => words.map((next) => `${word}${joint}${next}${joint}Echo end.`)));
  const wanted = texts.map((text) => Array.from(segmenter.segment(text), (part) => part.segment));
  expect(texts.map((text) => [...splitSentences(text, language)])).toEqual(wanted);
});
