import { PageFrame } from "@/components/frame/page-frame";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { lengthWords } from "./redeem-words";

type GiftBoughtPageProps = {
  viewer: ViewerBadge;
  now: Date;
  code: string;
  /** The whole address that opens the present. */
  link: string;
  months: number;
  recipientEmail: string | null;
};

/** A present that is paid for: its link and code, to hand over. */
export function GiftBoughtPage({ viewer, now, code, link, months, recipientEmail }: GiftBoughtPageProps) {
  return (
    <PageFrame viewer={viewer} now={now} path="/gift-membership">
      <div className="joined">
        <header className="page-head">
          <h1>Your present is ready</h1>
          <p className="page-tagline">{`${lengthWords(months)} of every title. Hand over the link or the code: whoever opens it first has it, so give it to one person only.`}</p>
        </header>
        <dl className="facts gift-facts">
          <div>
            <dt>Link</dt>
            <dd>
              <a href={link}>{link}</a>
            </dd>
          </div>
          <div>
            <dt>Code</dt>
            <dd className="gift-code">{code}</dd>
          </div>
        </dl>
        <p className="aside">
          {recipientEmail !== null && `We have sent both to ${recipientEmail}. `}
          This page shows them again whenever you come back to it.
        </p>
      </div>
    </PageFrame>
  );
}
