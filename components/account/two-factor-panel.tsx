import type { TwoFactorView } from "@/lib/accounts/two-factor-types";
import { CodeField } from "./step-up-code-field";
import { TwoFactorCodes } from "./two-factor-codes";
import { TwoFactorSquare } from "./two-factor-square";

const base = "/settings/two-factor";
const dateWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** An account's authenticator app: off, being set up, or on. */
export function TwoFactorPanel({ view }: { view: TwoFactorView }) {
  switch (view.kind) {
    case "off":
      return <Off />;
    case "setting-up":
      return <SettingUp uri={view.uri} secret={view.secret} />;
    case "on":
      return view.freshCodes ? (
        <TwoFactorCodes codes={view.freshCodes} />
      ) : (
        <On since={view.since} backupCodesLeft={view.backupCodesLeft} />
      );
    default:
      return view satisfies never;
  }
}

function Off() {
  return (
    <form className="form" action={`${base}/begin`} method="post">
      <p>
        An authenticator app on your phone shows a new code every half minute. Once it is set up, nobody signs in to your account without
        one, whatever else they know.
      </p>
      <button type="submit" className="button">
        Set up an app
      </button>
    </form>
  );
}

function SettingUp({ uri, secret }: { uri: string; secret: string }) {
  return (
    <>
      <ol className="steps">
        <li>
          <p>
            Scan this square with your authenticator app, or <a href={uri}>open it on this device</a>.
          </p>
          <TwoFactorSquare text={uri} label="The secret of your account, for an authenticator app" />
          <p>
            Or type this secret into it: <code className="secret">{secret}</code>
          </p>
        </li>
        <li>
          <form className="form" action={`${base}/confirm`} method="post">
            <CodeField id="code" label="Code" hint="The six digits the app shows now." isNumber />
            <button type="submit" className="button">
              Turn it on
            </button>
          </form>
        </li>
      </ol>
      <form action={`${base}/remove`} method="post" className="form-after">
        <button type="submit" className="quiet">
          Not now
        </button>
      </form>
    </>
  );
}

function On({ since, backupCodesLeft }: { since: Date; backupCodesLeft: number }) {
  return (
    <>
      <p>
        On since {dateWords.format(since)}. {backupCodesLeft === 1 ? "One backup code is" : `${backupCodesLeft} backup codes are`} left.
      </p>
      <form className="form" action={`${base}/codes`} method="post">
        <button type="submit" className="button button-quiet">
          New backup codes
        </button>
      </form>
      <form className="form" action={`${base}/remove`} method="post">
        <button type="submit" className="button button-quiet">
          Turn the app off
        </button>
      </form>
    </>
  );
}
