import type { ReactNode } from "react";
import type { FormAction, FormError } from "./types";

type FormShellProps = {
  action: FormAction;
  error: FormError | null;
  returnTo: string;
  submit: string;
  /** Another way on, beside the one button. */
  besides?: ReactNode;
  children: ReactNode;
};

/** What every account form shares: a POST that works without script, its error first, the way back, one button. */
export function FormShell({ action, error, returnTo, submit, besides, children }: FormShellProps) {
  return (
    <form className="form" action={action} method={typeof action === "string" ? "post" : undefined}>
      {error && (
        <p className="form-error" role="alert">
          {error.message}
        </p>
      )}
      {children}
      <input type="hidden" name="returnTo" value={returnTo} />
      <button type="submit" className="button">
        {submit}
      </button>
      {besides}
    </form>
  );
}
