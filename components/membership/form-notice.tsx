/** What a page says of the form that was just sent: that it is done, or what went wrong. */
export function FormNotice({ done, error }: { done: string | null; error: string | null }) {
  return (
    <>
      {done !== null && (
        <p className="form-done" role="status">
          {done}
        </p>
      )}
      {error !== null && (
        <p className="form-error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
