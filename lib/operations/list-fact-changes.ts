import type { FactChange } from "./log-types";

/**
 * What differs between two states of an act, by path: `entries.2.headline`. What stayed as it was is left out.
 *
 * @param before canonical JSON text as the log keeps it; empty for nothing
 * @returns in the order of their names
 */
export function listFactChanges(before: string, after: string): FactChange[] {
  const [was, is] = [flatten(before), flatten(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return names
    .map((name) => ({ name, before: was.get(name) ?? null, after: is.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

function flatten(text: string): Map<string, string> {
  const facts = new Map<string, string>();
  if (text !== "") collect("", JSON.parse(text), facts);
  return facts;
}

function collect(path: string, value: unknown, facts: Map<string, string>): void {
  if (value !== null && typeof value === "object" && Object.keys(value).length > 0) {
    for (const [name, each] of Object.entries(value)) collect(path === "" ? name : `${path}.${name}`, each, facts);
    return;
  }
  facts.set(path, typeof value === "string" ? value : JSON.stringify(value));
}
