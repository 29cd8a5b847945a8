import type { ReactNode } from "react";
import { sections } from "@/lib/articles/sections";
import { type FindQuery, findHours } from "@/lib/editorial/find-types";
import { wallWords } from "../article/article-words";

type Choice = { value: string; name: string };
export type FindChoices = { titles: readonly Choice[]; languages: readonly Choice[] };

const spans: Record<number, string> = {
  3: "3 hours",
  6: "6 hours",
  12: "12 hours",
  24: "24 hours",
  72: "3 days",
  168: "7 days",
  720: "30 days",
};
const walls = (["open", "registered", "metered", "lead_in", "paid"] as const).map((value) => ({ value, name: wallWords[value] }));

/** What to look for; an address says it all, so that a search can be kept. */
export function FindForm({ query, choices }: { query: FindQuery; choices: FindChoices }) {
  return (
    <form className="desk-filters find-form" method="get" action="/desk/find">
      <input type="hidden" name="kind" value={query.kind} />
      <Field name="words" label="Words" isWide>
        <input id="find-words" name="words" type="search" defaultValue={query.words} maxLength={200} placeholder="headline or standfirst" />
      </Field>
      <Field name="hours" label="Not older than">
        <select id="find-hours" name="hours" defaultValue={query.hours}>
          {findHours.map((hours) => (
            <option key={hours} value={hours}>
              {spans[hours]}
            </option>
          ))}
        </select>
      </Field>
      <Choose
        name="section"
        label="Section"
        value={query.section}
        all="all"
        choices={sections.map(({ slug, name }) => ({ value: slug, name }))}
      />
      <Choose name="title" label="Title" value={query.title} all="all" choices={choices.titles} />
      <Choose name="language" label="Language" value={query.language} all="all" choices={choices.languages} />
      <Choose name="wall" label="Open to" value={query.wall} all="whoever" choices={walls} />
      <Choose
        name="picked"
        label="Picked"
        value={query.picked}
        all="or not"
        choices={[
          { value: "no", name: "not now" },
          { value: "yes", name: "now" },
        ]}
      />
      <Field name="titles" label="Titles, at least">
        <input id="find-titles" name="titles" type="number" min={1} max={999} defaultValue={query.titles ?? ""} />
      </Field>
      <Field name="length" label="Words, at least">
        <input id="find-length" name="length" type="number" min={1} max={99_999} defaultValue={query.length ?? ""} />
      </Field>
      <button type="submit" className="desk-button is-main">
        Find
      </button>
      <a className="desk-button is-quiet" href={`/desk/find?kind=${query.kind}`}>
        Clear
      </a>
    </form>
  );
}

function Field({ name, label, isWide, children }: { name: string; label: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? "desk-field find-wide" : "desk-field"}>
      <label htmlFor={`find-${name}`}>{label}</label>
      {children}
    </div>
  );
}

type ChooseProps = { name: string; label: string; value: string | undefined; all: string; choices: readonly Choice[] };

function Choose({ name, label, value, all, choices }: ChooseProps) {
  return (
    <Field name={name} label={label}>
      <select id={`find-${name}`} name={name} defaultValue={value ?? ""}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </Field>
  );
}
