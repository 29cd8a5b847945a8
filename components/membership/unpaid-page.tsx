import { PageFrame } from "@/components/frame/page-frame";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";

type UnpaidPageProps = {
  viewer: ViewerBadge;
  now: Date;
  /** Whether the provider did not answer; else it says that nothing was paid. */
  isUnknown: boolean;
  /** Where to ask the provider once more. */
  againUrl: string;
  /** Where to start over. */
  offerUrl: string;
};

/** The end of a payment that did not go through, or of which nothing could be learned yet: in words, with the way on. */
export function UnpaidPage({ viewer, now, isUnknown, againUrl, offerUrl }: UnpaidPageProps) {
  return (
    <PageFrame viewer={viewer} now={now} path="/membership">
      <div className="joined">
        <header className="page-head">
          <h1>{isUnknown ? "We have not heard yet" : "The payment did not go through"}</h1>
          <p className="page-tagline">
            {isUnknown
              ? "The payment service does not answer just now. If you paid, nothing is lost: your membership opens as soon as it tells us."
              : "Nothing was charged. You can try again, with the same card or another."}
          </p>
        </header>
        <p className="joined-ways">
          <a className="button" href={isUnknown ? againUrl : offerUrl}>
            {isUnknown ? "Ask once more" : "Try again"}
          </a>
          <a className="quiet" href="/membership">
            How your membership stands
          </a>
        </p>
      </div>
    </PageFrame>
  );
}
