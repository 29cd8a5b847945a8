import type { ReactNode } from "react";

type SettingFormProps = { change: string; submit: string; children?: ReactNode };

/** A form of the settings: posted to the change it makes. */
export function SettingForm({ change, submit, children }: SettingFormProps) {
  return (
    <form className="form" action={`/settings/change/${change}`} method="post">
      {children}
      <button type="submit" className="button button-quiet">
        {submit}
      </button>
    </form>
  );
}
