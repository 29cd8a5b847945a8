import type { ProfileLine } from "@/lib/ranking/profile-types";

export type LineGroup = { kind: string; name: string; lines: ProfileLine[] };

/** Kinds in the order in which they are shown. */
const kinds = [
  { kind: "topic", name: "Topics" },
  { kind: "section", name: "Sections" },
  { kind: "publisher", name: "Titles" },
  { kind: "author", name: "Authors" },
  { kind: "place", name: "Where titles are" },
] as const;

/** A profile's lines by kind, each kind's most liked first; kinds of which nothing is known are left out. */
export function groupLines(lines: readonly ProfileLine[]): LineGroup[] {
  return kinds.flatMap(({ kind, name }) => {
    const own = lines.filter((line) => line.kind === kind).sort((a, b) => b.weight - a.weight || (a.facet < b.facet ? -1 : 1));
    return own.length === 0 ? [] : [{ kind, name, lines: own }];
  });
}
