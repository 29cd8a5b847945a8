type PersonalSwitchProps = { isPersonal: boolean; keepsHistory: boolean };

/** The one switch that turns personalisation off everywhere. */
export function PersonalSwitch({ isPersonal, keepsHistory }: PersonalSwitchProps) {
  return (
    <form method="post" action="/settings/reading/personal" className="profile-switch">
      <input type="hidden" name="returnTo" value={`/profile?done=${isPersonal ? "off" : "on"}`} />
      <p>
        {isPersonal ? "Personalisation is on." : "Personalisation is off: every page is ordered as for everyone, and nothing is learnt."}
        {isPersonal && !keepsHistory && " Your history is paused, so nothing is learnt from what you read."}
      </p>
      <button type="submit" name="on" value={isPersonal ? "0" : "1"} className="button button-quiet">
        {isPersonal ? "Switch it off" : "Switch it on"}
      </button>
    </form>
  );
}
