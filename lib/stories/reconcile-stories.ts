/**
 * An article of a partition to bring into line with the rows we have.
 * `row`: the story it is in now, null for none. `group`: the cluster it is in from now on. `heldIn`: the story an editor put it in.
 */
export type Regrouped = { id: number; row: number | null; group: number; heldIn: number | null };

export type Reconciled = {
  /** The story of each article from now on. */
  rowOf: Map<number, number>;
  /** The story that stands for each group. */
  rowOfGroup: Map<number, number>;
  /** Stories to make; each is the number of its group where that is free. */
  opened: number[];
  /** Stories that lost all their articles, and where most of them went. */
  absorbed: { from: number; into: number }[];
};

export type ReconcileRules = {
  /** Pairs of stories that an editor keeps apart, as `apartKey` spells them. */
  apart: ReadonlySet<string>;
  /** Whether a number is an old story's already, here or elsewhere. */
  isTaken: (row: number) => boolean;
  /** A number for one more story than there are groups. */
  newRow: () => number;
};

/**
 * Says which story each group of a new partition goes on as, so that addresses stay: the one it shares most articles
 * with (ties to the older), each story once, the strongest claim first. A group without one opens a story; a story left
 * without articles is absorbed by the one most of them went to.
 *
 * @param articles all articles of every story concerned, once each
 */
export function reconcileStories(articles: readonly Regrouped[], rules: ReconcileRules): Reconciled {
  const groups = keepApart(articles, rules.apart);
  const rowOfParts = claimRows(groups);
  const opened: number[] = [];
  for (const part of groups) {
    if (rowOfParts.has(part)) continue;
    const row = part.isWhole && !rules.isTaken(part.group) ? part.group : rules.newRow();
    rowOfParts.set(part, row);
    opened.push(row);
  }
  const rowOf = new Map<number, number>();
  const rowOfGroup = new Map<number, number>();
  for (const [part, row] of rowOfParts) {
    if (part.isWhole) rowOfGroup.set(part.group, row);
    for (const article of part.articles) rowOf.set(article.id, article.heldIn ?? row);
  }
  // A group of held articles alone may leave the story it was to open empty.
  const used = new Set(rowOf.values());
  return { rowOf, rowOfGroup, opened: opened.filter((row) => used.has(row)), absorbed: findAbsorbed(articles, rowOf) };
}

/** The name of a pair of stories, whichever comes first. */
export const apartKey = (a: number, b: number): string => `${Math.min(a, b)}:${Math.max(a, b)}`;

/** What goes on as one story: a group, or what an editor's word takes out of it. */
type Part = { group: number; isWhole: boolean; articles: Regrouped[] };

/** Of two stories kept apart that a group would join, the one with fewer articles in it stays by itself. */
function keepApart(articles: readonly Regrouped[], apart: ReadonlySet<string>): Part[] {
  return [...Map.groupBy(articles, (article) => article.group)].flatMap(([group, members]) => {
    const staying = apart.size === 0 ? [] : findStrangers(members, apart);
    const whole = members.filter((member) => !staying.includes(rowFor(member) ?? Number.NaN));
    const strangers = staying.map((row) => ({ group, isWhole: false, articles: members.filter((member) => rowFor(member) === row) }));
    return [{ group, isWhole: true, articles: whole }, ...strangers];
  });
}

function findStrangers(members: readonly Regrouped[], apart: ReadonlySet<string>): number[] {
  const ranked = [...countRows(members)].sort(([a, countA], [b, countB]) => countB - countA || a - b).map(([row]) => row);
  const kept: number[] = [];
  const strangers: number[] = [];
  for (const row of ranked) (kept.some((other) => apart.has(apartKey(row, other))) ? strangers : kept).push(row);
  return strangers;
}

const rowFor = (article: Regrouped): number | null => article.heldIn ?? article.row;

function countRows(members: readonly Regrouped[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const member of members) {
    const row = rowFor(member);
    if (row !== null) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}

function claimRows(parts: readonly Part[]): Map<Part, number> {
  const claims = parts.flatMap((part) => [...countRows(part.articles)].map(([row, count]) => ({ part, row, count })));
  claims.sort((a, b) => b.count - a.count || a.row - b.row || a.part.group - b.part.group);
  const rowOf = new Map<Part, number>();
  const taken = new Set<number>();
  for (const { part, row } of claims) {
    if (rowOf.has(part) || taken.has(row)) continue;
    rowOf.set(part, row);
    taken.add(row);
  }
  return rowOf;
}

function findAbsorbed(articles: readonly Regrouped[], rowOf: ReadonlyMap<number, number>): { from: number; into: number }[] {
  const alive = new Set(rowOf.values());
  const gone = Map.groupBy(
    articles.filter(({ row }) => row !== null && !alive.has(row)),
    (article) => article.row,
  );
  return [...gone].flatMap(([from, members]) => {
    const counts = new Map<number, number>();
    for (const { id } of members) {
      const into = rowOf.get(id);
      if (into !== undefined) counts.set(into, (counts.get(into) ?? 0) + 1);
    }
    const [into] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b)[0] ?? [];
    return from === null || into === undefined ? [] : [{ from, into }];
  });
}
