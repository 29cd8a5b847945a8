import { primaryLanguage } from "@/lib/articles/count-words";
import { enrichArticle } from "@/lib/articles/enrich-article";
import type { PageText } from "@/lib/articles/enrich-store";
import { findWantedArticle, settleWithoutText, storePageText, type WantedArticle } from "@/lib/articles/enrich-store";
import { extractKillably } from "@/lib/articles/extract-gateway";
import { fetchArticlePage } from "@/lib/articles/page-gateway";
import { bodyPictureWidth } from "@/lib/core/media-href";
import { err, ok, type Result } from "@/lib/core/result";
import { sanitizerVersion } from "@/lib/feeds/sanitise-html";
import { enqueueAll } from "@/lib/platform/queue";
import { queueSettings } from "@/lib/platform/queue-settings";
import { inSqlTransaction } from "@/lib/platform/sql";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

type NoText = { state: "refused" | "failed"; reason: string; isPassing: boolean };

/**
 * Fetches the full text of an article from its page, once: where the publisher's contract says so, robots.txt and the
 * page's own marks allow it, and no wall stands before it. What the page gives is stored with the word that pages
 * changed, in one transaction.
 *
 * @param attempt 0 for the first
 * @throws Error when the queue should try again
 */
export async function enrichArticleOf(payload: Payload<"articles.enrich">, attempt: number, context: WorkerContext): Promise<void> {
  const article = await findWantedArticle(payload.articleId);
  if (!article) return;
  const facts = { job: "articles.enrich", articleId: article.id };
  const made = await context.gate(article.url, () => makeText(article, context.now()));
  if (made.ok) {
    const isStored = await keep(article, made.value, context);
    return context.log.info({ ...facts, words: made.value.wordCount, isStored });
  }
  const { state, reason, isPassing } = made.error;
  if (isPassing && attempt < queueSettings["articles.enrich"].retryLimit) throw new Error(`page unreachable: ${reason}`);
  await settleWithoutText(article.id, state, context.now());
  context.log.info({ ...facts, state, reason });
}

async function makeText(article: WantedArticle, now: Date): Promise<Result<PageText, NoText>> {
  const page = await fetchArticlePage(article.url, now);
  if (!page.ok) {
    const { kind, reason } = page.error;
    return err({ state: kind === "refused" ? "refused" : "failed", reason, isPassing: kind === "unreachable" });
  }
  const extracted = await extractKillably({ ...page.value, pictureWidth: bodyPictureWidth });
  if (!extracted.ok) return err({ state: "failed", reason: extracted.error.reason, isPassing: false });
  const enriched = enrichArticle(article, extracted.value);
  if (!enriched.ok) return err({ state: "refused", reason: enriched.error, isPassing: false });
  const shown = enriched.value.html;
  return ok({ ...enriched.value, bodyMedia: extracted.value.bodyMedia.filter(({ hash }) => shown.includes(`/media/${hash}/`)) });
}

function keep(article: WantedArticle, text: PageText, context: WorkerContext): Promise<boolean> {
  return inSqlTransaction(async (conn) => {
    const isStored = await storePageText(article.id, text, { now: context.now(), sanitizerVersion }, conn);
    if (isStored) {
      const { id, language } = article;
      await enqueueAll(
        [
          { name: "pages.invalidate", data: { articleIds: [id] } },
          // A story shows the article of its members that has a picture and a text.
          { name: "stories.assign", data: { language: primaryLanguage(language) }, key: primaryLanguage(language) },
        ],
        conn,
      );
    }
    return isStored;
  });
}
