/** At least half of so many additions can be taken back exactly: twice what is judged again for an article that comes late. */
const entriesMax = 1_000;

type Entry = { id: number; undo: (() => void)[] };

/** What each addition changed, so that the last ones can be taken back as if they had never come. */
export function openJournal() {
  let entries: Entry[] = [];
  return {
    open: (id: number): void => {
      entries.push({ id, undo: [] });
      if (entries.length > entriesMax) entries = entries.slice(-entriesMax / 2);
    },
    /** Notes how to take back a change of the addition at hand. */
    note: (undo: () => void): void => {
      entries.at(-1)?.undo.push(undo);
    },
    /** Takes back the last addition, if it was of this article. @returns whether it was */
    undoLast: (id: number): boolean => {
      if (entries.at(-1)?.id !== id) return false;
      for (const undo of entries.pop()?.undo.reverse() ?? []) undo();
      return true;
    },
    /** From here on nothing before can be taken back exactly. */
    clear: (): void => {
      entries = [];
    },
  };
}
