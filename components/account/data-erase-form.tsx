/** The last question before an account is erased: its address, typed out. */
export function DataEraseForm({ email }: { email: string }) {
  return (
    <>
      <ul className="data-list">
        <li>Your account, your ways to sign in and what you opened are erased now. Nobody can bring them back.</li>
        <li>
          A running membership ends today. What is paid for its rest is not paid back by itself; write to us if you think it should be.
        </li>
        <li>Gift links you made stop working. Memberships you gave as a present stay.</li>
        <li>Invoices stay, as the law asks, without a name. So does the note that this address had its trial, unreadable.</li>
        <li>You are signed out everywhere, and get one last mail.</li>
      </ul>
      <form className="form" action="/settings/data/erase/submit" method="post">
        <p className="field">
          <label htmlFor="email">Your address, to be sure</label>
          <small id="email-hint">Type {email}</small>
          <input
            id="email"
            name="email"
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            required
            aria-describedby="email-hint"
          />
        </p>
        <button type="submit" className="button">
          Erase everything
        </button>
      </form>
    </>
  );
}
