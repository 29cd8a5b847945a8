import { Card } from "@/components/card/card";
import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { OlderLink } from "@/components/older/older-link";
import { FollowControl } from "@/components/reading/follow-control";
import { MarkAllForm } from "@/components/reading/mark-all-form";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { Section } from "@/lib/articles/sections";
import type { CardPage } from "@/lib/articles/types";
import type { FollowMark } from "@/lib/reading/follow-types";

type SectionPageProps = {
  section: Section;
  follow: FollowMark;
  page: CardPage;
  /** Only the first page has a lead; older pages are plain rows. */
  isFirst: boolean;
  viewer: ViewerBadge;
  now: Date;
  signOutUrl?: string;
};

/** The number of cards at the top of a section's first page, after its lead. */
const topCount = 3;

/** A section and its articles, newest first. */
export function SectionPage({ section, follow, page, isFirst, viewer, now, signOutUrl }: SectionPageProps) {
  const path = `/section/${section.slug}`;
  const [lead, ...others] = isFirst ? page.cards : [];
  const rows = isFirst ? others.slice(topCount) : page.cards;
  return (
    <PageFrame viewer={viewer} now={now} path={path} current={section.slug} signOutUrl={signOutUrl}>
      <header className={`page-head hue-${section.hue}`}>
        <h1>{section.name}</h1>
        <FollowControl mark={follow} name={section.name} returnTo={path} />
      </header>
      {page.cards.length === 0 && (
        <Notice title={`Nothing in ${section.name} yet`}>
          New articles will stand here as they come. <a href="/">Back to the front page</a>
        </Notice>
      )}
      {lead && (
        <div className="section-top">
          <Card card={lead} variant="feature" now={now} />
          {others.slice(0, topCount).map((card) => (
            <Card key={card.id} card={card} variant="tile" now={now} />
          ))}
        </div>
      )}
      <div className="rows">
        {rows.map((card) => (
          <Card key={card.id} card={card} variant="row" now={now} />
        ))}
      </div>
      <MarkAllForm cards={page.cards} returnTo={path} />
      {page.cards.length > 0 && <OlderLink basePath={path} cursor={page.olderCursor} isFirst={isFirst} />}
    </PageFrame>
  );
}
