import type { Namer } from "./baselines";
import type { LabelledText } from "./load-texts";

export type Score = { accuracy: number; macroF1: number };

/** How often a namer is right, and the mean over sections of F1, each section counting alike. */
export function scoreNamer(name: Namer, texts: readonly LabelledText[]): Score {
  const answers = texts.map((text) => ({ right: text.section, given: name(text) }));
  const slugs = [...new Set(texts.map(({ section }) => section))];
  const f1 = slugs.map((slug) => {
    const both = answers.filter(({ right, given }) => right === slug && given === slug).length;
    const either = answers.filter(({ right }) => right === slug).length + answers.filter(({ given }) => given === slug).length;
    return either === 0 ? 0 : (2 * both) / either;
  });
  return {
    accuracy: answers.filter(({ right, given }) => right === given).length / Math.max(1, answers.length),
    macroF1: f1.reduce((sum, value) => sum + value, 0) / Math.max(1, f1.length),
  };
}
