import type { ReactNode } from "react";

type ActFormProps = {
  userId: string;
  /** The last part of the form's address. */
  act: string;
  /** What its button says. */
  verb: string;
  /** What it does, before it is done. */
  words: ReactNode;
  /** Asked again before it is done. */
  question?: string;
  /** A file is answered, so the page's script leaves the form to the browser. */
  isFile?: boolean;
  children?: ReactNode;
};

/** One act on an account: folded, so that none is pressed by chance; each wants its reason. */
export function ActForm({ userId, act, verb, words, question, isFile = false, children }: ActFormProps) {
  const page = `/admin/members/${userId}`;
  return (
    <details className="office-act" id={`act-${act}`}>
      <summary>{verb}</summary>
      <form method="post" action={`${page}/${act}`} {...(!isFile && { "data-desk": "" })}>
        <p>{words}</p>
        <input type="hidden" name="returnTo" value={page} />
        <div className="desk-fields">
          {children}
          <label className="desk-field">
            <span>Why</span>
            <input name="reason" required minLength={3} maxLength={500} autoComplete="off" />
            <small>Stays in the log for ever: no names, no addresses.</small>
          </label>
        </div>
        <button className="desk-button is-main" type="submit" data-confirm={question}>
          {verb}
        </button>
      </form>
    </details>
  );
}
