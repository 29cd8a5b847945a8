import { markColour } from "@/components/publisher-mark/publisher-mark";
import { type SectionSlug, sections } from "@/lib/articles/sections";
import type { PublisherMark } from "@/lib/articles/types";
import { FormShell } from "./form-shell";
import type { FormAction, FormError } from "./types";

type WelcomeFormProps = {
  action: FormAction;
  error: FormError | null;
  /** Titles to choose from. */
  titles: PublisherMark[];
  defaults: { sections: SectionSlug[]; titles: string[] };
  returnTo: string;
};

/** What to put first. Nothing has to be chosen. Posts `sections` and `titles`, each any number of times. */
export function WelcomeForm({ action, error, titles, defaults, returnTo }: WelcomeFormProps) {
  return (
    <FormShell action={action} error={error} returnTo={returnTo} submit="Open my paper">
      <fieldset className="choices">
        <legend>Sections you read first</legend>
        {sections.map((section) => (
          <label key={section.slug} className={`choice hue-${section.hue}`}>
            <input type="checkbox" name="sections" value={section.slug} defaultChecked={defaults.sections.includes(section.slug)} />
            {section.name}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>Titles you like</legend>
        {titles.map((title) => (
          <label key={title.slug} className="choice mark" data-mark={title.initials} style={markColour(title)}>
            <input type="checkbox" name="titles" value={title.slug} defaultChecked={defaults.titles.includes(title.slug)} />
            {title.name}
          </label>
        ))}
      </fieldset>
    </FormShell>
  );
}
