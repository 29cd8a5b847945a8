type MarkedNoteProps = { batch: string; returnTo: string };

/** Said once after a page's stories were marked as read: it can be taken back. */
export function MarkedNote({ batch, returnTo }: MarkedNoteProps) {
  return (
    <div className="marked-note" role="status">
      <span>Marked as read.</span>
      <form method="post" action="/reading/mark-all/undo">
        <input type="hidden" name="batch" value={batch} />
        <input type="hidden" name="returnTo" value={returnTo} />
        <button type="submit" className="quiet">
          Undo
        </button>
      </form>
    </div>
  );
}
