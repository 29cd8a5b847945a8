/** The two ends of a present: giving one, and opening one. */
export function Presents() {
  return (
    <section aria-labelledby="presents">
      <h2 className="label" id="presents">
        Presents
      </h2>
      <p className="presents-give">
        Three, six or twelve months for somebody else: <a href="/gift-membership">give a membership</a>.
      </p>
      <form className="redeem" method="get" action="/gift-membership/redeem">
        <label htmlFor="code">You were given one? Its code</label>
        <input id="code" name="code" autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={64} required />
        <button type="submit" className="button button-quiet">
          Open it
        </button>
      </form>
    </section>
  );
}
