import type { BoardChange } from "./compare-boards";
import type { Conflict } from "./find-conflicts";
import type { BoardEntry, BoardVersion, DeskList, PickedArticle } from "./types";

/** A pick on the board's page; `article` null: it is not in the store any more. */
export type BoardRow = { entry: BoardEntry; article: PickedArticle | null; conflicts: Conflict[] };

/** A list's draft, as it would stand now for one edition. */
export type BoardView = {
  list: DeskList;
  version: number;
  last: BoardVersion | null;
  edition: string;
  /** Editions that some pick is meant for, or the list is made for. */
  editions: string[];
  /** Every place, in order; null where it is free. */
  standing: { slot: number; row: BoardRow | null }[];
  /** Running picks that stand nowhere in this edition. */
  waiting: BoardRow[];
  /** By their start. */
  upcoming: BoardRow[];
  conflicts: Conflict[];
  /** What publishing would change. */
  changes: (BoardChange & { headline: string })[];
};

/** A list on the desk's first page and among all lists. */
export type ListLine = {
  list: DeskList;
  version: number;
  last: BoardVersion | null;
  runningCount: number;
  upcomingCount: number;
  changeCount: number;
  conflictCount: number;
};

/** A pick that starts or ends within the next day. */
export type ComingChange = { at: Date; kind: "starts" | "ends"; list: string; listName: string; key: string; headline: string };

export type DeskToday = { lines: ListLine[]; coming: ComingChange[]; openReports: number };
