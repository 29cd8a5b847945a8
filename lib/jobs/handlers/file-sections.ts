import { setImmediate as nextTurn } from "node:timers/promises";
import { classifySection } from "@/lib/articles/classify-section";
import { primaryLanguage } from "@/lib/articles/count-words";
import type { SectionModel } from "@/lib/articles/section-model";
import { fileByClassifier, findSectionModel, listUnfiled, listUnfiledSince, type UnfiledArticle } from "@/lib/articles/section-store";
import type { SectionSlug } from "@/lib/articles/sections";
import { addMs, dayMs } from "@/lib/core/clock";
import { enqueue } from "@/lib/platform/queue";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/** After a training the articles of this time are looked at again; what is older nobody leafs through by section. */
const backMs = 14 * dayMs;
/** Articles between two looks at the sockets. */
const stepArticles = 50;

type Filing = { id: number; section: SectionSlug; by: "classifier" | "none" };

/** Files articles that nobody named a section for: those of one job, or after a training all of the last 14 days. */
export async function fileSections(jobs: readonly Payload<"sections.file">[], context: Pick<WorkerContext, "log" | "now">): Promise<void> {
  let filed = await fileArticles(await listUnfiled(jobs.flatMap((job) => job.articleIds)));
  if (jobs.some((job) => job.articleIds.length === 0)) filed += await fileRecent(addMs(context.now(), -backMs));
  if (filed > 0) context.log.info({ job: "sections.file", filed });
}

async function fileRecent(since: Date): Promise<number> {
  let filed = 0;
  for (let afterId = 0; ; ) {
    const articles = await listUnfiledSince(since, afterId);
    const last = articles.at(-1);
    if (!last) return filed;
    filed += await fileArticles(articles);
    afterId = last.id;
  }
}

async function fileArticles(articles: readonly UnfiledArticle[]): Promise<number> {
  const models = await openModels(articles);
  const filings: Filing[] = [];
  const left = new Set<string>();
  for (const [index, article] of articles.entries()) {
    if (index % stepArticles === 0) await nextTurn();
    const filing = chooseFiling(article, models.get(primaryLanguage(article.language)) ?? null);
    if (filing.section === article.section && filing.by === article.sectionBy) continue;
    filings.push(filing);
    left.add(`section:${article.section}`);
  }
  if (filings.length === 0) return 0;
  await fileByClassifier(filings);
  await enqueue({ name: "pages.invalidate", data: { articleIds: filings.map(({ id }) => id), tags: [...left] } });
  return filings.length;
}

async function openModels(articles: readonly UnfiledArticle[]): Promise<Map<string, SectionModel | null>> {
  const languages = [...new Set(articles.map(({ language }) => primaryLanguage(language)))];
  return new Map(await Promise.all(languages.map(async (language) => [language, await findSectionModel(language)] as const)));
}

/** World by nobody's word where there is no model or it is not sure. */
function chooseFiling(article: UnfiledArticle, model: SectionModel | null): Filing {
  const found = model && classifySection(model, article);
  return found?.isSure ? { id: article.id, section: found.section, by: "classifier" } : { id: article.id, section: "world", by: "none" };
}
