import { Card } from "@/components/card/card";
import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { OlderLink } from "@/components/older/older-link";
import { MarkAllForm } from "@/components/reading/mark-all-form";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { ArticleCard } from "@/lib/articles/types";
import type { FollowTarget } from "@/lib/reading/follow-types";
import { becauseWords } from "./because-words";
import { FollowedList } from "./followed-list";

type FollowingPageProps = {
  follows: readonly FollowTarget[];
  cards: readonly { card: ArticleCard; because: readonly FollowTarget[] }[];
  olderCursor: string | null;
  isFirst: boolean;
  /** One more was asked for than fits. */
  isFull: boolean;
  viewer: ViewerBadge;
  now: Date;
};

/** The newest from all that a reader follows, and the list of it. */
export function FollowingPage({ follows, cards, olderCursor, isFirst, isFull, viewer, now }: FollowingPageProps) {
  return (
    <PageFrame viewer={viewer} now={now} path="/following">
      <header className="page-head">
        <h1>Following</h1>
        {follows.length > 0 && <p className="page-tagline">The newest from what you follow, one card a story.</p>}
        {isFull && <p className="form-error">You follow as much as fits. Let go of something below to make room.</p>}
        {follows.length > 0 && (
          <p className="page-facts">
            <a className="quiet" href="#followed">{`All ${follows.length} you follow`}</a>
            <a className="quiet" href="/start">
              Pick more
            </a>
          </p>
        )}
      </header>
      {follows.length === 0 && (
        <Notice title="You follow nothing yet">
          Pick a few titles, sections or topics, and their newest stands here. <a href="/start">Pick a few</a>
        </Notice>
      )}
      {follows.length > 0 && cards.length === 0 && (
        <Notice title={isFirst ? "Nothing new from them yet" : "Nothing older from them"}>
          It will stand here as it comes. <a href="/">Back to the front page</a>
        </Notice>
      )}
      <div className="rows">
        {cards.map(({ card, because }) => (
          <Card key={card.id} card={card} variant="row" now={now} reason={becauseWords(because, card.publisher.name)} />
        ))}
      </div>
      <MarkAllForm cards={cards.map(({ card }) => card)} returnTo="/following" />
      {cards.length > 0 && <OlderLink basePath="/following" cursor={olderCursor} isFirst={isFirst} />}
      <FollowedList follows={follows} />
    </PageFrame>
  );
}
