import "server-only";
import { sha256Hex } from "@/lib/core/hash";
import { product } from "@/lib/core/product";
import type { SafeHtml } from "@/lib/core/safe-html";
import { mayRead, type ReadDecision } from "@/lib/entitlements/may-read";
import type { OwnAddress } from "@/lib/entitlements/mute-types";
import type { Gift, Viewer } from "@/lib/entitlements/types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import { rememberBy } from "@/lib/platform/remember";
import type { ArticleFacts } from "./article-facts";
import { findArticleBySlug } from "./article-store";
import { findAuthor } from "./author-store";
import { readBody } from "./body-store";
import { showCards, showStoryCards } from "./card-queries";
import type { CardRowPage } from "./card-row";
import { listAuthorCards, listPublisherCards, listSectionCards } from "./card-store";
import { type FoundGift, findGift } from "./gift-store";
import { openingOf } from "./opening-of";
import { listTitlesOf } from "./read-title-store";
import type { SectionSlug } from "./sections";
import { showCard } from "./show-card";
import type { ArticleText, ArticleView, CardPage } from "./types";

/** Cards on one page of a section, publisher or author. */
const cardsPerPage = 30;

// The same for everyone: what a viewer may read of it is decided below, for each request.
const articleFacts = rememberBy({ forMs: 5_000, keysMax: 2_000 }, (slug: string) => findArticleBySlug(slug));

/**
 * The article with this slug as this viewer may see it; its text only with a grant.
 *
 * @param gift what a gift's address found; it opens this one article alone
 * @returns null when there is no such article, or none as yet for this viewer
 */
export async function readArticle(slug: string, viewer: Viewer, now: Date, gift: Gift | null = null): Promise<ArticleView | null> {
  const facts = await articleFacts(slug);
  if (!facts) return null;
  const decision = mayRead(viewer, facts.card.policy, now, gift);
  if (!decision.granted && decision.reason === "embargo") return null;
  const card = showCard(facts.card, viewer, now);
  return {
    card,
    authors: facts.authors,
    pictures: facts.pictures,
    originalUrl: facts.originalUrl,
    publisher: { ...facts.card.publisher, ...facts.publisher },
    indexing: facts.indexing,
    isFree: facts.card.policy.access === "open",
    wordCount: facts.wordCount,
    revisionCount: facts.revisionCount,
    history: facts.history,
    categories: facts.categories,
    correction: facts.correction,
    embargoUntil: pendingEmbargo(facts.card.policy.embargoUntil, now),
    text: await readText(facts, decision),
  };
}

const pendingEmbargo = (until: Date | null, now: Date): string | null => (until && until > now ? until.toISOString() : null);

async function readText(facts: ArticleFacts, decision: ReadDecision): Promise<ArticleText> {
  const { takenDownAt } = facts.card.policy;
  if (takenDownAt) return { kind: "withdrawn", at: takenDownAt.toISOString() };
  const summary: ArticleText = { kind: "summary", paragraphs: facts.leadIn };
  if (!facts.hasBody) return summary;
  if (!decision.granted) {
    // The two that are left have no wall: what is withdrawn was answered above, what is under embargo is not there.
    if (decision.reason === "taken-down" || decision.reason === "embargo") return { ...summary, paragraphs: [] };
    return { kind: "walled", leadIn: publicOpening(facts), reason: decision.reason };
  }
  const html: SafeHtml | null = await readBody(decision.grant);
  return html === null ? summary : { kind: "full", html, by: decision.by };
}

const publicOpening = ({ card, leadIn, leadInWords }: ArticleFacts): string[] =>
  openingOf({ access: card.policy.access, language: card.language, leadIn, leadInWords });

/** The titles whose metered articles an account opened this month; none for anyone else. */
export async function listReadTitles(viewer: Viewer): Promise<PublisherMark[]> {
  if (viewer.kind === "visitor" || viewer.meterReadIds.length === 0) return [];
  return listTitlesOf(viewer.meterReadIds);
}

/** The gift behind the token of an address; null where there is none. Whether it still opens anything is `mayRead`'s to say. */
export function readGift(token: string): Promise<FoundGift | null> {
  return /^[0-9a-f]{32}$/.test(token) ? findGift(sha256Hex(token)) : Promise.resolve(null);
}

/** A section's page of cards in the edition's language, newest first. */
export async function listSection(section: SectionSlug, cursor: string | null, viewer: Viewer, now: Date): Promise<CardPage> {
  const page = await listSectionCards(section, { take: cardsPerPage, cursor, language: product.editionLanguage });
  const cards = await showStoryCards(page.rows, viewer, now);
  return { cards: cards.filter((card) => card !== null), olderCursor: page.olderCursor };
}

/** A publisher's page of cards, newest first; a mute of the publisher itself hides nothing here. */
export async function listPublisher(slug: string, cursor: string | null, viewer: Viewer, now: Date): Promise<CardPage> {
  const page = await listPublisherCards(slug, { take: cardsPerPage, cursor });
  const [first] = page.rows;
  return showPage(page, viewer, now, first ? { kind: "publisher", id: first.policy.publisherId } : null);
}

/** An author's name, titles and page of cards, newest first, whoever has muted the author; null when there is no such author. */
export async function readAuthor(slug: string, cursor: string | null, viewer: Viewer, now: Date) {
  const [author, rows] = await Promise.all([findAuthor(slug), listAuthorCards(slug, { take: cardsPerPage, cursor })]);
  return author && { author, page: await showPage(rows, viewer, now, { kind: "author", id: author.id }) };
}

const showPage = async (page: CardRowPage, viewer: Viewer, now: Date, own: OwnAddress | null): Promise<CardPage> => ({
  cards: await showCards(page.rows, viewer, now, { own }),
  olderCursor: page.olderCursor,
});
