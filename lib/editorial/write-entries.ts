import type { AuditFacts } from "@/lib/audit/types";
import type { BoardEntry } from "./types";

/** A pick as JSON keeps it: instants ISO 8601 in UTC. */
export const writeEntry = ({ startsAt, endsAt, ...entry }: BoardEntry) => ({
  ...entry,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
});

/** The picks of a board that an act changed, by their keys, as the log of acts keeps them; null where there is none. */
export function auditEntries(entries: readonly BoardEntry[], keys: ReadonlySet<string>): AuditFacts | null {
  const facts = entries.filter(({ key }) => keys.has(key)).map((entry) => [entry.key, writeEntry(entry)] as const);
  return facts.length === 0 ? null : Object.fromEntries(facts);
}
