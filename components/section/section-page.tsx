import { Card } from "@/components/card/card";
import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { OlderLink } from "@/components/older/older-link";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { Section } from "@/lib/articles/sections";
import type { CardPage } from "@/lib/articles/types";

type SectionPageProps = {
  section: Section;
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
export function SectionPage({ section, page, isFirst, viewer, now, signOutUrl }: SectionPageProps) {
  const path = `/section/${section.slug}`;
  const [lead, ...others] = isFirst ? page.cards : [];
  const rows = isFirst ? others.slice(topCount) : page.cards;
  return (
    <PageFrame viewer={viewer} now={now} path={path} current={section.slug} signOutUrl={signOutUrl}>
      <header className={`page-head hue-${section.hue}`}>
        <h1>{section.name}</h1>
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
      {page.cards.length > 0 && <OlderLink basePath={path} cursor={page.olderCursor} isFirst={isFirst} />}
    </PageFrame>
  );
}
