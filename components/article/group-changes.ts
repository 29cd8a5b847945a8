import type { ArticleChange } from "@/lib/articles/list-changes";

/** One change of words, or a run of changes of nothing but typography, which is shown folded. */
export type ChangeGroup =
  | { kind: "material"; key: number; change: ArticleChange }
  | { kind: "minor"; key: number; changes: ArticleChange[] };

/** The changes in their order, neighbouring minor ones together; one with a correction's words is never folded. */
export function groupChanges(changes: readonly ArticleChange[]): ChangeGroup[] {
  const groups: ChangeGroup[] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (change.kind === "material" || change.note !== null) groups.push({ kind: "material", key: change.number, change });
    else if (last?.kind === "minor") last.changes.push(change);
    else groups.push({ kind: "minor", key: change.number, changes: [change] });
  }
  return groups;
}
