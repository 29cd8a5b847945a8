/** New backup codes, shown until they were written down. */
export function TwoFactorCodes({ codes }: { codes: string[] }) {
  return (
    <form className="form" action="/settings/two-factor/kept" method="post">
      <p>
        <strong>Your backup codes.</strong> Each opens your account once when your phone is not at hand. Write them down now: they are not
        shown again.
      </p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <button type="submit" className="button">
        I have kept them
      </button>
    </form>
  );
}
