/** For an editor or admin who has no second factor yet: until then they read like anyone else. */
export function TwoFactorInvitation({ returnTo }: { returnTo: string }) {
  return (
    <div className="proof">
      <p>
        <a className="button only-script" href="/settings/passkeys">
          Add a passkey
        </a>{" "}
        <a className="button button-quiet" href="/settings/two-factor">
          Use an authenticator app
        </a>
      </p>
      <p className="form-after">
        Until then you are signed in as a reader. <a href={returnTo}>Go on as one</a>
      </p>
    </div>
  );
}
