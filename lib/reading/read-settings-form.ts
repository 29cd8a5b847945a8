import { type SettingsChange, SettingsForm } from "./types";

/**
 * What the form of the reading settings asks for: fields as a form sends them, where a box that is not ticked is absent
 * and one of several is a text or a list.
 *
 * @returns null for anything the form cannot have sent
 */
export function readSettingsForm(input: Record<string, unknown>): SettingsChange | null {
  const form = SettingsForm.safeParse({
    country: input.country === "" ? null : input.country,
    languages: listOf(input.languages),
    timeZone: input.timeZone,
    editionMinutes: Number(input.editionMinutes),
    editionHours: listOf(input.editionHours).map(Number),
  });
  return form.success ? form.data : null;
}

const listOf = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat());
