import { Choice } from "./choice";
import { indexingWords, licenceWords, wallWords } from "./title-words";

/** What the fields of a title say before they are changed. */
export type TitleValues = {
  name: string;
  homeUrl: string;
  tagline: string | null;
  country: string;
  language: string;
  colour: string;
  initials: string;
  stateMedia: boolean;
  licence: keyof typeof licenceWords;
  wall: keyof typeof wallWords;
  indexing: keyof typeof indexingWords;
  fullText: boolean;
  leadInWords: number | null;
  minMinutes: number | null;
  maxMinutes: number | null;
};

/** Who a title is. */
export function TitleFields({ values }: { values: TitleValues }) {
  return (
    <div className="desk-fields">
      <Line name="name" label="Name" value={values.name} max={120} isNeeded />
      <Line name="homeUrl" label="Home page" value={values.homeUrl} max={2048} isNeeded />
      <Line name="tagline" label="What it says of itself" value={values.tagline ?? ""} max={200} />
      <Line name="country" label="Country" value={values.country} max={2} isNeeded hint="Two letters, such as GB" />
      <Line name="language" label="Language" value={values.language} max={20} isNeeded hint="A tag, such as en-GB" />
      <Line name="initials" label="Initials" value={values.initials} max={4} isNeeded hint="Stand where there is no logo" />
      <label className="desk-field">
        <span>Colour</span>
        <input type="color" name="colour" defaultValue={values.colour} />
        <small>Dark enough for white letters</small>
      </label>
      <Tick name="stateMedia" label="State media" isOn={values.stateMedia} words="Readers are told so on its page" />
    </div>
  );
}

/** What a title lets us show, and how often it may be asked. */
export function PolicyFields({ values }: { values: TitleValues }) {
  return (
    <div className="desk-fields">
      <Choice name="licence" label="What we may show" words={licenceWords} value={values.licence} />
      <Choice name="wall" label="Who may read its text" words={wallWords} value={values.wall} />
      <Choice name="indexing" label="Search engines" words={indexingWords} value={values.indexing} />
      <Tick name="fullText" label="Full text from its pages" isOn={values.fullText} words="Only where its contract says so" />
      <Count name="leadInWords" label="Opening, in words" value={values.leadInWords} hint="10 to 90; empty for the house's 90" />
      <Count name="minMinutes" label="Asked every, at least" value={values.minMinutes} hint="Minutes; empty for the usual 5" />
      <Count name="maxMinutes" label="Asked every, at most" value={values.maxMinutes} hint="Minutes; empty for the usual 60" />
    </div>
  );
}

type LineProps = { name: string; label: string; value: string; max: number; isNeeded?: boolean; hint?: string };

function Line({ name, label, value, max, isNeeded = false, hint }: LineProps) {
  return (
    <label className="desk-field">
      <span>{label}</span>
      <input name={name} defaultValue={value} maxLength={max} required={isNeeded} autoComplete="off" />
      {hint && <small>{hint}</small>}
    </label>
  );
}

function Count({ name, label, value, hint }: { name: string; label: string; value: number | null; hint: string }) {
  return (
    <label className="desk-field">
      <span>{label}</span>
      <input name={name} inputMode="numeric" pattern="[0-9]*" defaultValue={value ?? ""} autoComplete="off" />
      <small>{hint}</small>
    </label>
  );
}

function Tick({ name, label, isOn, words }: { name: string; label: string; isOn: boolean; words: string }) {
  return (
    <div className="desk-field">
      <span>{label}</span>
      <label className="title-tick">
        <input type="checkbox" name={name} value="yes" defaultChecked={isOn} /> {words}
      </label>
    </div>
  );
}
