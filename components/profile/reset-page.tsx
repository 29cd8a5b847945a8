import { PageFrame } from "@/components/frame/page-frame";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";

/** Asks once more before a whole profile is forgotten. */
export function ResetPage({ viewer, now }: { viewer: ViewerBadge; now: Date }) {
  return (
    <PageFrame viewer={viewer} now={now} path="/profile">
      <header className="page-head">
        <h1>Forget all of it?</h1>
        <p className="page-tagline">
          Every weight goes, those you set and those we learnt. What you follow, mute, save and have read stays. It cannot be taken back.
        </p>
      </header>
      <form method="post" action="/reading/profile" className="profile-reset">
        <input type="hidden" name="returnTo" value="/profile" />
        <button type="submit" name="change" value="reset" className="button">
          Forget all of it
        </button>
        <a href="/profile">Keep it</a>
      </form>
    </PageFrame>
  );
}
