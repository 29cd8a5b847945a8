/** A quiet line for whoever has not chosen anything yet. */
export function StartInvitation() {
  return (
    <p className="start-invitation">
      Make this page yours: <a href="/start">pick a few titles, sections and topics</a>.
    </p>
  );
}
