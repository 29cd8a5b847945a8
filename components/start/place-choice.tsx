import { countryName, languageName } from "@/components/publisher/place-words";
import type { StartView } from "@/lib/reading/onboarding-types";

/** Where somebody is and what they read: what else is offered follows from it. */
export function PlaceChoice({ view: { choices, countries, languages } }: { view: StartView }) {
  const known = choices.country !== null && !countries.includes(choices.country) ? [...countries, choices.country] : countries;
  const named = known.map((code) => ({ code, name: countryName(code) })).sort((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <div className="start-place">
      <label className="start-country">
        <span>Where you are</span>
        <select name="country" defaultValue={choices.country ?? ""} data-place="">
          <option value="">Anywhere</option>
          {named.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="choices start-languages">
        <legend>What you read</legend>
        {languages.map((language) => (
          <label className="choice" key={language}>
            <input type="checkbox" name="language" value={language} defaultChecked={choices.languages.includes(language)} data-place="" />
            <span>{languageName(language)}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
