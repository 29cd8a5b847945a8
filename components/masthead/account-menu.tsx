import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { stateWords } from "./state-words";

type AccountMenuProps = { viewer: Extract<ViewerBadge, { kind: "account" }>; signOutUrl: string };

/** The reader's name, standing and way out. Opens without script; signing out is a POST, never a link. */
export function AccountMenu({ viewer, signOutUrl }: AccountMenuProps) {
  return (
    <details className="account" data-menu="">
      <summary aria-label={`Your account, ${viewer.name}`}>
        <span aria-hidden="true">{viewer.initials}</span>
      </summary>
      <div className="account-panel">
        <p className="account-name">{viewer.name}</p>
        <p className="account-state">{stateWords(viewer)}</p>
        {(viewer.state === "trial" || viewer.state === "free") && (
          <p className="account-price">
            One membership opens every title. <a href="/price">What it costs</a>
          </p>
        )}
        <a href="/membership">Membership</a>
        <a href="/settings">Settings</a>
        <a href="/welcome">Your sections and titles</a>
        <a href="/titles">All titles</a>
        <form method="post" action={signOutUrl}>
          <button type="submit">Sign out</button>
        </form>
      </div>
    </details>
  );
}
