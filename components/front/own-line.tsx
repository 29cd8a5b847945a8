import { StartInvitation } from "@/components/start/start-invitation";
import type { FrontOwn } from "./types";

/** Says whose page this is, and where that is changed: a line under the masthead. */
export function OwnLine({ own: { isPersonal, isNew } }: { own: FrontOwn }) {
  if (!isPersonal)
    return (
      <nav className="own-line" aria-label="Your front page">
        <p>Personalisation is off: this is everyone’s front page.</p>
        <a href="/profile">Switch it on</a>
      </nav>
    );
  return (
    <nav className="own-line" aria-label="Your front page">
      {isNew ? <StartInvitation /> : <p>Your front page</p>}
      <a href="/front-page">Arrange</a>
      <a href="/profile">What we think you like</a>
    </nav>
  );
}
