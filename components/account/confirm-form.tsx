import type { ReactNode } from "react";
import type { FormError } from "./types";

type ConfirmFormProps = {
  action: string;
  /** From the letter's link; null when it no longer counts. */
  token: string | null;
  submit: string;
  error?: FormError | null;
  /** The way on when the link does not count. */
  again: { href: string; words: string };
  children?: ReactNode;
};

/** What a letter's link leads to: one button, because following a link must change nothing by itself. */
export function ConfirmForm({ action, token, submit, error = null, again, children }: ConfirmFormProps) {
  if (token === null) {
    return (
      <p>
        <a className="button" href={again.href}>
          {again.words}
        </a>
      </p>
    );
  }
  return (
    <form className="form" action={action} method="post">
      {error && (
        <p className="form-error" role="alert">
          {error.message}
        </p>
      )}
      {children}
      <input type="hidden" name="token" value={token} />
      <button type="submit" className="button">
        {submit}
      </button>
    </form>
  );
}
