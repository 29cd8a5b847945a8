import { Field } from "./field";
import { Setting } from "./setting";
import { SettingForm } from "./setting-form";
import type { FormError } from "./types";

type AddressSettingProps = { email: string; isEmailVerified: boolean; error: FormError | null };

/** The account's address: whether it is confirmed, and how to move to another. */
export function AddressSetting({ email, isEmailVerified, error }: AddressSettingProps) {
  return (
    <Setting
      id="email"
      title="E-mail address"
      words={
        isEmailVerified ? `${email} is confirmed.` : `${email} is not confirmed yet: use the link in our welcome, or have it mailed again.`
      }
    >
      {!isEmailVerified && <SettingForm change="confirmation" submit="Mail the link again" />}
      <SettingForm change="email" submit="Move to this address">
        <Field
          name="email"
          label="New address"
          type="email"
          autoComplete="email"
          maxLength={254}
          hint="We mail a link there. Nothing changes before it is used."
          error={error}
        />
      </SettingForm>
    </Setting>
  );
}
