import { Card } from "@/components/card/card";
import { PageFrame } from "@/components/frame/page-frame";
import { MarkAllForm } from "@/components/reading/mark-all-form";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { ArticleCard } from "@/lib/articles/types";

type ForYouPageProps = { cards: ArticleCard[]; path: string; nextUrl: string | null; viewer: ViewerBadge; now: Date };

/** The order goes on after the front page, as it was made: it does not shift while one reads on. */
export function ForYouPage({ cards, path, nextUrl, viewer, now }: ForYouPageProps) {
  return (
    <PageFrame viewer={viewer} now={now} path={path}>
      <header className="page-head">
        <h1>For you</h1>
        <p className="page-facts">
          <a href="/profile">What we think you like</a>
          <a href="/front-page">Arrange your front page</a>
        </p>
      </header>
      <div className="rows">
        {cards.map((card) => (
          <Card key={card.id} card={card} variant="row" now={now} hasKicker />
        ))}
      </div>
      <MarkAllForm cards={cards} returnTo={path} />
      <nav className="older" aria-label="More for you">
        {nextUrl === null ? (
          <p>That is all we have for you just now.</p>
        ) : (
          <a className="button button-quiet" href={nextUrl} rel="next">
            More for you
          </a>
        )}
        <a className="quiet" href="/">
          Back to the front page
        </a>
      </nav>
    </PageFrame>
  );
}
