type PersonalSwitchProps = { isPersonal: boolean; keepsHistory: boolean };

/** The one switch that turns personalisation off everywhere. */
export function PersonalSwitch({ isPersonal, keepsHistory }: PersonalSwitchProps) {
  return (
    <form method="post" action="/reading/profile" className="profile-switch">
      <input type="hidden" name="returnTo" value="/profile" />
      <input type="hidden" name="change" value="personal" />
      <p>
        {isPersonal ? "Personalisation is on." : "Personalisation is off: every page is ordered as for everyone, and nothing is learnt."}
        {isPersonal && !keepsHistory && " Your history is paused, so nothing is learnt from what you read."}
      </p>
      <button type="submit" name="weight" value={isPersonal ? "off" : "on"} className="button button-quiet">
        {isPersonal ? "Switch it off" : "Switch it on"}
      </button>
    </form>
  );
}
