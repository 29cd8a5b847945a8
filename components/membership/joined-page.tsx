import { PageFrame } from "@/components/frame/page-frame";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { Standing } from "@/lib/billing/types";
import { standingWords } from "./standing-words";

type JoinedPageProps = { viewer: ViewerBadge; now: Date; standing: Standing; returnTo: string };

/** The end of a payment that went through: that one is in, what comes next, and the way back to what one was reading. */
export function JoinedPage({ viewer, now, standing, returnTo }: JoinedPageProps) {
  const { sentence } = standingWords(standing, now);
  const isArticle = returnTo.startsWith("/article/");
  return (
    <PageFrame viewer={viewer} now={now} path="/membership">
      <div className="joined">
        <header className="page-head">
          <h1>You’re in</h1>
          <p className="page-tagline">{sentence} Every title is open to you.</p>
        </header>
        <p className="joined-ways">
          <a className="button" href={returnTo}>
            {isArticle ? "Back to your article" : returnTo === "/" ? "Open the front page" : "Back to where you were"}
          </a>
          <a className="quiet" href="/membership">
            Your membership and invoices
          </a>
        </p>
        <p className="aside">It renews by itself until you cancel, on one page, whenever you like. Your receipt is with your invoices.</p>
      </div>
    </PageFrame>
  );
}
