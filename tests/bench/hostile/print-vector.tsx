import { Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { SignInForm } from "@/components/account/sign-in-form";
import { SignUpForm } from "@/components/account/sign-up-form";
import { ArticleData } from "@/components/article/article-data";
import { ArticleHead } from "@/components/article/article-head";
import { ArticlePage } from "@/components/article/article-page";
import { ArticleText } from "@/components/article/article-text";
import type { ArticleSurroundings } from "@/components/article/types";
import { AuthorPage } from "@/components/author/author-page";
import { Card } from "@/components/card/card";
import type { CardVariant } from "@/components/card/card-variant";
import { PublisherPage } from "@/components/publisher/publisher-page";
import { TitlesPage } from "@/components/titles/titles-page";
import { Stories } from "./print-stories";
import type { VectorView } from "./view-vector";

const now = new Date("2026-11-22T12:00:00Z");
const visitor = { kind: "visitor" } as const;
const variants: CardVariant[] = ["lead", "second", "feature", "tile", "row", "text", "quote"];

/**
 * Prints what the product's pages would print of these articles: the same components, rendered the same way
 * (`printPage` of app/(reader)/_parts). One document holds an article in full, walled and as a summary, its structured
 * data, the cards of every list, the pages of author, publisher, titles and stories, and the forms that echo a query.
 */
export function printVector(vector: VectorView): string {
  return renderToStaticMarkup(
    <>
      <Articles {...vector} />
      <Lists {...vector} />
      <Stories {...vector} />
      <Forms {...vector} />
    </>,
  );
}

function Articles({ views, publisher }: VectorView) {
  const cards = views.slice(0, 2).map((view) => view.card);
  const surroundings: ArticleSurroundings = {
    related: cards.map((card) => ({ ...card, reason: "story" as const })),
    topics: cards.map((card) => ({ slug: card.slug, name: card.headline, kind: "term" as const, language: card.language })),
    top: cards.map((card, index) => ({ rank: index + 1, card, titleCount: 2 })),
    picks: cards.map((card) => ({ card, note: card.standfirst, editorName: card.byline })),
    titleCount: 1,
    marks: [publisher],
  };
  return views.map((view, index) => {
    const paragraphs = [view.card.standfirst, view.card.headline];
    const walled = { ...view, text: { kind: "walled", leadIn: paragraphs, reason: "membership" } as const };
    const summary = { ...view, text: { kind: "summary", paragraphs } as const };
    return (
      <Fragment key={view.card.id}>
        {index === 0 ? (
          <ArticlePage view={view} surroundings={surroundings} viewer={visitor} now={now} />
        ) : (
          <ArticleText view={view} surroundings={surroundings} path="/" viewer={visitor} />
        )}
        <ArticleHead view={view} />
        <ArticleText view={walled} surroundings={surroundings} path="/" viewer={visitor} />
        <ArticleText view={summary} surroundings={surroundings} path="/" viewer={visitor} />
        <ArticleData view={view} pageUrl={`https://broadsheet.example/article/${view.card.slug}`} />
      </Fragment>
    );
  });
}

const follow = { kind: "publisher", target: "1", isFollowed: null } as const;

function Lists({ views, publisher, query }: VectorView) {
  const page = { cards: views.slice(0, 1).map((view) => view.card), olderCursor: query };
  const author = views[0]?.authors[0];
  const titled = { ...publisher, tagline: query, isRetired: false };
  return (
    <>
      {page.cards.flatMap((card) => variants.map((variant) => <Card key={variant} card={card} variant={variant} now={now} hasKicker />))}
      {author && <AuthorPage view={{ author, publishers: [publisher], page, isFirst: false, follow }} viewer={visitor} now={now} />}
      <PublisherPage view={{ publisher: titled, page, isFirst: false, follow }} viewer={visitor} now={now} />
      <TitlesPage titles={[{ ...titled, access: "open" }]} viewer={visitor} now={now} />
    </>
  );
}

function Forms({ query }: VectorView) {
  const error = { message: query, fields: { email: query, password: query } };
  const echoed = { action: "/submit", error, returnTo: query };
  const others = { letterAction: "/letter", providers: [{ id: "oidc", name: query }] };
  return (
    <>
      <SignInForm {...echoed} {...others} passkey={null} defaults={{ email: query }} />
      <SignUpForm {...echoed} {...others} defaults={{ name: query, email: query }} passwordLengthMin={8} />
    </>
  );
}
