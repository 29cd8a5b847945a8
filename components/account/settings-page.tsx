import { PageFrame } from "@/components/frame/page-frame";
import type { SettingsView } from "@/lib/accounts/types";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { AddressSetting } from "./address-setting";
import { Field } from "./field";
import { MailSetting } from "./mail-setting";
import { NewPasswordField } from "./new-password-field";
import { SessionList } from "./session-list";
import { Setting } from "./setting";
import { SettingForm } from "./setting-form";
import type { FormError } from "./types";
import { WaysIn } from "./ways-in";

type SettingsPageProps = {
  viewer: ViewerBadge;
  now: Date;
  view: SettingsView;
  /** Characters, from the rule that will check it. */
  passwordLengthMin: number;
  /** Short name of what was just done. */
  done: string | null;
  error: FormError | null;
};

const doneWords: Record<string, string> = {
  name: "Your name was changed.",
  mailed: "A letter is on its way. Nothing changes before its link is used.",
  confirmed: "Your address is confirmed.",
  moved: "Your account has its new address.",
  password: "Your password was changed, and every other browser was signed out.",
  mails: "Your choice of mails is kept.",
  "signed-out": "Done. Whoever used that browser has to sign in again.",
  "way-added": "You can now sign in that way as well.",
  "way-removed": "That way to sign in is gone.",
};

/** One account: what it is called, how it is entered, and from where. */
export function SettingsPage({ viewer, now, view, passwordLengthMin, done, error }: SettingsPageProps) {
  const said = error ? null : doneWords[done ?? ""];
  return (
    <PageFrame viewer={viewer} now={now} path="/settings">
      <header className="page-head">
        <h1>Settings</h1>
        <p className="page-tagline">{view.email}</p>
      </header>
      {said && (
        <p className="form-done" role="status">
          {said}
        </p>
      )}
      {error && (
        <p className="form-error" role="alert">
          {error.message}
        </p>
      )}
      <div className="settings">
        <Setting id="name" title="Your name">
          <SettingForm change="name" submit="Save the name">
            <Field name="name" label="Name" type="text" autoComplete="name" maxLength={100} error={error} defaultValue={view.name} />
          </SettingForm>
        </Setting>
        <AddressSetting email={view.email} isEmailVerified={view.isEmailVerified} error={error} />
        <Setting id="password" title="Password" words="Changing it signs out every other browser.">
          <SettingForm change="password" submit={view.ways.hasPassword ? "Change the password" : "Set a password"}>
            <NewPasswordField error={error} lengthMin={passwordLengthMin} label="New password" />
          </SettingForm>
        </Setting>
        <MailSetting wantsWelcomes={view.wantsWelcomes} />
        <WaysIn ways={view.ways} providers={view.providers} />
        <SessionList sessions={view.sessions} />
        <Setting id="reading" title="Reading">
          <p>
            <a className="quiet" href="/settings/reading">
              Your page, your history, your editions
            </a>
          </p>
        </Setting>
        <Setting id="data" title="What we hold">
          <p>
            <a className="quiet" href="/settings/data">
              Take all of it with you, or close the account
            </a>
          </p>
        </Setting>
        <Setting id="sign-out" title="Sign out">
          <form action="/sign-out" method="post">
            <button type="submit" className="button button-quiet">
              Sign out of this browser
            </button>
          </form>
        </Setting>
      </div>
    </PageFrame>
  );
}
