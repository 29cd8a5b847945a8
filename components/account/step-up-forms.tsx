import type { PasskeyRequest } from "@/lib/accounts/passkey-types";
import type { ProofWays } from "@/lib/accounts/step-up-rules";
import { Field } from "./field";
import { FormShell } from "./form-shell";
import { PasskeyForm } from "./passkey-form";
import { CodeField } from "./step-up-code-field";

type StepUpFormsProps = {
  /** "/step-up" or "/sign-in/second-step": the forms post below it. */
  base: string;
  email: string;
  ways: ProofWays;
  passkey: PasskeyRequest | null;
  error: string | null;
  returnTo: string;
  /** Whether a code was mailed a moment ago. */
  isSent: boolean;
};

/** Every way in which this account can prove itself, the quickest first. */
export function StepUpForms({ base, email, ways, passkey, error, returnTo, isSent }: StepUpFormsProps) {
  const shell = { error: null, returnTo };
  return (
    <div className="proof">
      {error && (
        <p className="form-error" role="alert">
          {error}
        </p>
      )}
      {passkey && <PasskeyForm kind="get" action={`${base}/passkey`} request={passkey} label="Use a passkey" returnTo={returnTo} />}
      {ways.passkey && !ways.code && !ways.password && (
        <noscript>
          <p>A passkey needs JavaScript: switch it on for this page.</p>
        </noscript>
      )}
      {ways.code && (
        <FormShell {...shell} action={`${base}/code`} submit="Go on">
          <CodeField id="code" label="Code" hint="The six digits your app shows now, or one of your backup codes." isNumber={false} />
        </FormShell>
      )}
      {ways.password && (
        <FormShell {...shell} action={`${base}/password`} submit="Go on">
          <Field name="password" label="Password" type="password" autoComplete="current-password" maxLength={128} error={null} />
        </FormShell>
      )}
      {ways.mail && <MailedCode base={base} email={email} returnTo={returnTo} isSent={isSent} />}
    </div>
  );
}

function MailedCode({ base, email, returnTo, isSent }: { base: string; email: string; returnTo: string; isSent: boolean }) {
  const ask = (
    <FormShell action={`${base}/mail`} error={null} returnTo={returnTo} submit={isSent ? "Send another code" : "Send me a code"}>
      {!isSent && <p>We will mail a code to {email}.</p>}
    </FormShell>
  );
  if (!isSent) return ask;
  return (
    <>
      <FormShell action={`${base}/mail-code`} error={null} returnTo={returnTo} submit="Go on">
        <CodeField id="code" label="Code" hint={`The eight digits in the mail to ${email}. They are good for ten minutes.`} isNumber />
      </FormShell>
      {ask}
    </>
  );
}
