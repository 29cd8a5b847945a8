import { countryName, languageName } from "@/components/publisher/place-words";
import { editionLengths, type ReaderSettings } from "@/lib/reading/types";

export type PaperView = {
  settings: ReaderSettings;
  /** ISO 3166-1 alpha-2. */
  countries: readonly string[];
  /** Primary subtags. */
  languages: readonly string[];
  /** IANA names. */
  timeZones: readonly string[];
};

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Where a reader is, what they read, and when their editions come. */
export function PaperForm({ view: { settings, countries, languages, timeZones } }: { view: PaperView }) {
  const byName = countries.map((code) => ({ code, name: countryName(code) })).sort((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <form className="form paper-form" method="post" action="/settings/reading/submit">
      <input type="hidden" name="returnTo" value="/settings/reading?done=saved" />
      <div className="field">
        <label htmlFor="country">Where you are</label>
        <select id="country" name="country" defaultValue={settings.country ?? ""}>
          <option value="">Not said</option>
          {byName.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="choices">
        <legend>Languages you read</legend>
        {languages.map((language) => (
          <label key={language} className="choice">
            <input type="checkbox" name="languages" value={language} defaultChecked={settings.languages.includes(language)} />
            {languageName(language)}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="time-zone">Time zone</label>
        <select
          id="time-zone"
          name="timeZone"
          defaultValue={settings.timeZone}
          data-time-zone={settings.timeZone === "UTC" ? "" : settings.timeZone}
        >
          {["UTC", ...timeZones].map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="choices">
        <legend>Length of an edition</legend>
        {editionLengths.map((minutes) => (
          <label key={minutes} className="choice">
            <input type="radio" name="editionMinutes" value={minutes} defaultChecked={minutes === settings.editionMinutes} />
            {`${minutes}\u00a0minutes`}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices choices-hours">
        <legend>Hours at which an edition comes, up to four</legend>
        {hours.map((hour) => (
          <label key={hour} className="choice">
            <input type="checkbox" name="editionHours" value={hour} defaultChecked={settings.editionHours.includes(hour)} />
            {`${String(hour).padStart(2, "0")}:00`}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button">
        Save
      </button>
    </form>
  );
}
