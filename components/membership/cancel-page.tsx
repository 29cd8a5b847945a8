import { PageFrame } from "@/components/frame/page-frame";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { Standing } from "@/lib/billing/types";
import { cancelWords } from "./cancel-words";
import { FormNotice } from "./form-notice";

type CancelPageProps = {
  viewer: ViewerBadge;
  now: Date;
  standing: Standing;
  email: string;
  error: string | null;
};

// What `CancelForm` takes.
const reasonCharactersMax = 500;

/** Cancelling, whole: what stays until when, one question that may be left empty, one button. */
export function CancelPage({ viewer, now, standing, email, error }: CancelPageProps) {
  const { ends, charged } = cancelWords(standing, now);
  return (
    <PageFrame viewer={viewer} now={now} path="/membership/cancel">
      <div className="cancel">
        <header className="page-head">
          <h1>Cancel your membership</h1>
        </header>
        <FormNotice done={null} error={error} />
        <ul className="cancel-facts">
          <li>{ends}</li>
          <li>{charged}</li>
          <li>Your account stays, with everything you saved, and you can come back on any day.</li>
        </ul>
        <form className="form" method="post" action="/membership/cancel/submit">
          <p className="field">
            <label htmlFor="reason">Would you tell us why?</label>
            <small id="reason-hint">You may leave it empty.</small>
            <textarea id="reason" name="reason" rows={3} maxLength={reasonCharactersMax} aria-describedby="reason-hint" />
          </p>
          <p className="cancel-ways">
            <button type="submit" className="button">
              Cancel membership
            </button>
            <a className="quiet" href="/membership">
              Go back
            </a>
          </p>
        </form>
        <p className="aside">We send a receipt to {email}.</p>
      </div>
    </PageFrame>
  );
}
