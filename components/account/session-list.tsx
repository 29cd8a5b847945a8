import type { SessionView } from "@/lib/accounts/types";
import { Setting } from "./setting";
import { SettingForm } from "./setting-form";

const dateWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

const methodWords: Record<string, string> = {
  password: "with the password",
  code: "by a mailed code",
  link: "by a mailed link",
  passkey: "with a passkey",
};

/** Every browser that is signed in, this one marked, each with its way out. */
export function SessionList({ sessions }: { sessions: SessionView[] }) {
  return (
    <Setting id="sessions" title="Where you are signed in">
      <ul className="session-list">
        {sessions.map((session) => (
          <li key={session.sessionId}>
            <div>
              <strong>{session.browser}</strong>
              {session.isThis && <em> this browser</em>}
              <small>
                Signed in {methodWords[session.method] ?? "by another account"}
                {session.ipAddress && ` from ${session.ipAddress}`}, last used{" "}
                <time dateTime={session.usedAt.toISOString()}>{dateWords.format(session.usedAt)} UTC</time>
              </small>
            </div>
            {!session.isThis && (
              <SettingForm change="session" submit="Sign out">
                <input type="hidden" name="sessionId" value={session.sessionId} />
              </SettingForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <SettingForm change="other-sessions" submit="Sign out everywhere else" />}
    </Setting>
  );
}
