import { setImmediate as nextTurn } from "node:timers/promises";
import { listSectionExamples, listUntaughtLanguages, saveSectionModel } from "@/lib/articles/section-store";
import { type SectionExample, type SectionTraining, trainSections } from "@/lib/articles/train-sections";
import { addMs, hourMs } from "@/lib/core/clock";
import { enqueue } from "@/lib/platform/queue";
import type { WorkerContext } from "../context";

/** A model younger than this is left alone: trained once a day, whatever hour the worker was started. */
const freshMs = 23 * hourMs;

/** Teaches each language's sections anew from the articles whose section somebody named, then has unnamed articles filed by what it learnt. */
export async function trainAllSections(context: Pick<WorkerContext, "log" | "now">): Promise<void> {
  const languages = await listUntaughtLanguages(addMs(context.now(), -freshMs));
  let taught = 0;
  for (const language of languages) {
    const training = await trainInTurns(await listSectionExamples(language));
    const { articleCount } = training;
    const found = training.kind === "trained" ? training : { accuracy: 0, model: null };
    await saveSectionModel({ language, trainedAt: context.now(), articleCount, accuracy: found.accuracy, model: found.model });
    if (training.kind === "trained") taught += 1;
    const { sureShare } = training.kind === "trained" ? training : { sureShare: 0 };
    context.log.info({ job: "sections.train", language, articleCount, result: training.kind, accuracy: found.accuracy, sureShare });
  }
  if (taught > 0) await enqueue({ name: "sections.file", data: { articleIds: [] }, key: "all" });
}

/** Some seconds of work: between two steps the worker sees to its sockets, its timers and its leases. */
async function trainInTurns(examples: readonly SectionExample[]): Promise<SectionTraining> {
  const steps = trainSections(examples);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}
