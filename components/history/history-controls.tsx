type HistoryControlsProps = { keepsHistory: boolean; asksToClear: boolean; isEmpty: boolean };

/** Pausing the history, and clearing it: the latter is asked again, since nothing brings it back. */
export function HistoryControls({ keepsHistory, asksToClear, isEmpty }: HistoryControlsProps) {
  return (
    <div className="history-controls">
      <p>
        {keepsHistory
          ? "What you open is kept, so that your pages know what you have read and where you stopped."
          : "Your history is paused. Nothing you read is kept, and nothing is learnt from it. What you save, follow or mark yourself still is."}
      </p>
      <form method="post" action="/reading/history/keep">
        <input type="hidden" name="returnTo" value="/history" />
        <button type="submit" className="button button-quiet" name="on" value={keepsHistory ? "0" : "1"}>
          {keepsHistory ? "Pause the history" : "Keep a history again"}
        </button>
      </form>
      {!isEmpty && !asksToClear && (
        <a className="quiet" href="/history?clear=ask">
          Clear the history
        </a>
      )}
      {!isEmpty && asksToClear && <ClearForm />}
    </div>
  );
}

function ClearForm() {
  return (
    <form className="history-clear" method="post" action="/reading/history/clear">
      <p>
        <b>Clear all of it?</b> Every article counts as unread again, and no page knows any more where you stopped. What you saved stays.
      </p>
      <input type="hidden" name="returnTo" value="/history" />
      <button type="submit" className="button">
        Clear the whole history
      </button>
      <a className="quiet" href="/history">
        Keep it
      </a>
    </form>
  );
}
