import { Setting } from "./setting";
import { SettingForm } from "./setting-form";

/** Which mails come: the choice is between the two of the first week and none of them. */
export function MailSetting({ wantsWelcomes }: { wantsWelcomes: boolean }) {
  return (
    <Setting
      id="mails"
      title="Mails"
      words={
        wantsWelcomes
          ? "In your first week two mails say how to find your way about. Receipts, and what changes about your account or your money, always come."
          : "The mails of the first week do not come. Receipts, and what changes about your account or your money, always do."
      }
    >
      <SettingForm change="mails" submit={wantsWelcomes ? "Stop the mails of the first week" : "Let them come"}>
        <input type="hidden" name="welcome" value={wantsWelcomes ? "off" : "on"} />
      </SettingForm>
    </Setting>
  );
}
