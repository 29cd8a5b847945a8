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
        <StaffLinks viewer={viewer} />
        {(viewer.state === "trial" || viewer.state === "free") && (
          <p className="account-price">
            One membership opens every title. <a href="/price">What it costs</a>
          </p>
        )}
        <nav className="account-own" aria-label="Your paper">
          <a href="/edition">Your edition</a>
          <a href="/saved">Saved</a>
          <a href="/history">History</a>
          <a href="/following">Following</a>
          <a href="/mutes">Your mutes</a>
          <a href="/profile">Your profile</a>
        </nav>
        <a href="/settings/reading">Reading settings</a>
        <a href="/membership">Membership</a>
        <a href="/settings">Settings</a>
        <form method="post" action={signOutUrl}>
          <button type="submit">Sign out</button>
        </form>
      </div>
    </details>
  );
}

/** The ways to the staff's own pages, for whom they open. */
function StaffLinks({ viewer: { role, isKeyMissing } }: Pick<AccountMenuProps, "viewer">) {
  if (isKeyMissing) return <a href="/settings/two-factor">Set up your second key to open the desk</a>;
  if (role === "publisher") return <a href="/partner">Your title</a>;
  if (role === undefined) return null;
  return (
    <>
      <a href="/desk">The desk</a>
      {role === "admin" && <a href="/admin/titles">The office</a>}
    </>
  );
}
