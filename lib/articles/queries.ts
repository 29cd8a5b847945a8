import "server-only";
import { product } from "@/lib/core/product";
import type { SafeHtml } from "@/lib/core/safe-html";
import { mayRead } from "@/lib/entitlements/may-read";
import type { Viewer } from "@/lib/entitlements/types";
import { rememberBy } from "@/lib/platform/remember";
import type { ArticleFacts } from "./article-facts";
import { findArticleBySlug } from "./article-store";
import { findAuthor } from "./author-store";
import { readBody } from "./body-store";
import type { CardRowPage } from "./card-row";
import { listAuthorCards, listPublisherCards, listSectionCards } from "./card-store";
import type { SectionSlug } from "./sections";
import { showCard, showCards } from "./show-card";
import type { ArticleText, ArticleView, CardPage } from "./types";

/** Cards on one page of a section, publisher or author. */
const cardsPerPage = 30;

// The same for everyone: what a viewer may read of it is decided below, for each request.
const articleFacts = rememberBy({ forMs: 5_000, keysMax: 2_000 }, (slug: string) => findArticleBySlug(slug));

/**
 * The article with this slug as this viewer may see it; its text only with a grant.
 *
 * @returns null when there is no such article
 */
export async function readArticle(slug: string, viewer: Viewer, now: Date): Promise<ArticleView | null> {
  const facts = await articleFacts(slug);
  if (!facts) return null;
  const card = showCard(facts.card, viewer, now);
  return {
    card,
    authors: facts.authors,
    pictures: facts.pictures,
    originalUrl: facts.originalUrl,
    publisher: { ...facts.card.publisher, ...facts.publisher },
    indexing: facts.indexing,
    isFree: facts.card.access === "open",
    wordCount: facts.wordCount,
    revisionCount: facts.revisionCount,
    categories: facts.categories,
    text: await readText(facts, viewer, now),
  };
}

async function readText(facts: ArticleFacts, viewer: Viewer, now: Date): Promise<ArticleText> {
  const summary: ArticleText = { kind: "summary", paragraphs: facts.leadIn };
  if (!facts.hasBody) return summary;
  const { id, access, licence } = facts.card;
  const decision = mayRead(viewer, { id, access, licence }, now);
  if (!decision.granted) return { kind: "walled", leadIn: facts.leadIn, reason: decision.reason };
  const html: SafeHtml | null = await readBody(decision.grant);
  return html === null ? summary : { kind: "full", html };
}

/** A section's page of cards in the edition's language, newest first. */
export async function listSection(section: SectionSlug, cursor: string | null, viewer: Viewer, now: Date): Promise<CardPage> {
  return showPage(await listSectionCards(section, { take: cardsPerPage, cursor, language: product.editionLanguage }), viewer, now);
}

/** A publisher's page of cards, newest first. */
export async function listPublisher(slug: string, cursor: string | null, viewer: Viewer, now: Date): Promise<CardPage> {
  return showPage(await listPublisherCards(slug, { take: cardsPerPage, cursor }), viewer, now);
}

/** An author's name, titles and page of cards, newest first; null when there is no such author. */
export async function readAuthor(slug: string, cursor: string | null, viewer: Viewer, now: Date) {
  const [author, rows] = await Promise.all([findAuthor(slug), listAuthorCards(slug, { take: cardsPerPage, cursor })]);
  return author && { author, page: showPage(rows, viewer, now) };
}

const showPage = (page: CardRowPage, viewer: Viewer, now: Date): CardPage => ({
  cards: showCards(page.rows, viewer, now),
  olderCursor: page.olderCursor,
});
