import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { ProfileView } from "@/lib/ranking/profile-types";
import { groupLines } from "./group-lines";
import { PersonalSwitch } from "./personal-switch";
import { ProfileGroup } from "./profile-group";

type ProfilePageProps = { view: ProfileView; done: string | null; viewer: ViewerBadge; now: Date };

const doneWords: Record<string, string> = {
  reset: "All of it is forgotten. From here on we begin anew.",
  off: "Personalisation is off, everywhere.",
  on: "Personalisation is on.",
};

/** What we think a reader likes, each with its weight and a way to change it. */
export function ProfilePage({ view, done, viewer, now }: ProfilePageProps) {
  const said = doneWords[done ?? ""];
  const { lines, isPersonal, keepsHistory } = view;
  return (
    <PageFrame viewer={viewer} now={now} path="/profile">
      <header className="page-head">
        <h1>What we think you like</h1>
        <p className="page-tagline">Your front page is ordered by this and by nothing else about you. Your word wins over what we learn.</p>
      </header>
      {said && (
        <p className="form-done" role="status">
          {said}
        </p>
      )}
      <PersonalSwitch isPersonal={isPersonal} keepsHistory={keepsHistory} />
      {lines.length === 0 && (
        <Notice title="Nothing as yet">
          Read a little, or <a href="/following">follow something</a>: what it tells us will stand here.
        </Notice>
      )}
      {groupLines(lines).map((group) => (
        <ProfileGroup key={group.kind} group={group} now={now} />
      ))}
      <p className="profile-ways">
        <a href="/front-page">Arrange your front page</a>
        <a href="/settings/data">Take it with you</a>
        {lines.length > 0 && <a href="/profile/reset">Forget all of it</a>}
      </p>
    </PageFrame>
  );
}
