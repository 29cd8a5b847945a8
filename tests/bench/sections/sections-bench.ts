import { classifySection } from "@/lib/articles/classify-section";
import { openSectionModel, type SectionModel } from "@/lib/articles/section-model";
import { findSection } from "@/lib/articles/sections";
import { type SectionExample, trainSectionsAtOnce } from "@/lib/articles/train-sections";
import { hash32 } from "@/lib/core/hash";
import { env } from "@/lib/platform/env";
import type { Bench, Report } from "../types";
import { majority, nearestCentroid } from "./baselines";
import { type LabelledText, languageOf, loadAggregator, loadFeedTexts, loadNewsroomTexts } from "./load-texts";
import { scoreNamer } from "./score-namer";

export const bench: Bench = {
  name: "sections",
  title: "Sections named for texts that the model was not taught on, beside two baselines",
  run: async (report) => {
    const newsroom = loadNewsroomTexts();
    const corpus = env().CORPUS_DIR;
    if (!corpus) {
      process.stderr.write("CORPUS_DIR is not set: there are too few texts of our own to teach a model.\n");
      report({ metric: "newsroom texts", value: newsroom.length, unit: "texts" });
      return;
    }
    const aggregator = loadAggregator(corpus);
    const feeds = await loadFeedTexts(corpus);
    const english = [...feeds, ...newsroom].filter((text) => languageOf(text) === "en");
    compare("aggregator, stories apart", aggregator, report);
    compare("aggregator, titles apart", aggregator.map(ungrouped), report);
    compare("feeds, English", feeds.filter(isEnglish), report);
    compare("feeds and newsroom, English", english, report);
    reportLanguages(feeds, report);
  },
};

const isEnglish = (text: LabelledText): boolean => languageOf(text) === "en";
const ungrouped = (text: LabelledText, index: number): LabelledText => ({ ...text, group: `${index}` });

/** Teaches on one half and reports on the other; halves are fixed by the texts' groups. */
function compare(name: string, texts: readonly LabelledText[], report: Report): void {
  const isTaught = ({ group }: LabelledText): boolean => Number.parseInt(hash32(`half ${group}`).slice(0, 8), 16) % 2 === 0;
  const [taught, asked] = [texts.filter(isTaught), texts.filter((text) => !isTaught(text))];
  const startedAt = process.cpuUsage();
  const training = trainSectionsAtOnce(taught.flatMap(toExample));
  const used = process.cpuUsage(startedAt);
  if (training.kind === "too-few") throw new Error(`${name}: too few texts to teach on`);
  const model = openSectionModel(training.model);
  const ours = scoreNamer(({ text }) => classifySection(model, text)?.section ?? null, asked);
  const baselines = { majority: scoreNamer(majority(taught), asked), centroid: scoreNamer(nearestCentroid(taught), asked) };
  const best = Math.max(baselines.majority.accuracy, baselines.centroid.accuracy);
  report({ metric: `${name}: texts taught`, value: taught.length, unit: "texts" });
  report({ metric: `${name}: texts asked`, value: asked.length, unit: "texts" });
  report({ metric: `${name}: accuracy`, value: round(ours.accuracy), unit: "share", bar: round(best) });
  for (const [baseline, score] of Object.entries(baselines)) {
    report({ metric: `${name}: accuracy of ${baseline}`, value: round(score.accuracy), unit: "share" });
    report({ metric: `${name}: macro F1 of ${baseline}`, value: round(score.macroF1), unit: "share" });
  }
  const bestF1 = Math.max(baselines.majority.macroF1, baselines.centroid.macroF1);
  report({ metric: `${name}: macro F1`, value: round(ours.macroF1), unit: "share", bar: round(bestF1) });
  reportSure(name, model, asked, report);
  report({ metric: `${name}: accuracy held out in training`, value: round(training.accuracy), unit: "share" });
  report({ metric: `${name}: teaching`, value: round((used.user + used.system) / 1_000 / taught.length), unit: "CPU ms a text" });
}

function reportSure(name: string, model: SectionModel, asked: readonly LabelledText[], report: Report): void {
  const found = asked.map(({ text, section }) => ({ section, answer: classifySection(model, text) }));
  const sure = found.filter(({ answer }) => answer?.isSure);
  const right = sure.filter(({ section, answer }) => answer?.section === section).length;
  report({ metric: `${name}: share it is sure of`, value: round(sure.length / asked.length), unit: "share" });
  report({ metric: `${name}: accuracy where sure`, value: round(right / Math.max(1, sure.length)), unit: "share" });
}

function toExample({ text, section, group }: LabelledText): SectionExample[] {
  const known = findSection(section);
  return known ? [{ text, section: known.slug, group }] : [];
}

function reportLanguages(texts: readonly LabelledText[], report: Report): void {
  const byLanguage = Map.groupBy(texts, languageOf);
  const without = [...byLanguage.values()].filter((group) => trainSectionsAtOnce(group.flatMap(toExample)).kind === "too-few");
  report({ metric: "languages met in the feeds", value: byLanguage.size, unit: "languages" });
  report({ metric: "languages with too few texts for a model", value: without.length, unit: "languages" });
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000;
