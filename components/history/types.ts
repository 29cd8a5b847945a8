import type { HistoryEntry, OwnPage } from "@/lib/reading/own-types";

/** A page of a reader's history. */
export type HistoryView = OwnPage<HistoryEntry> & {
  keepsHistory: boolean;
  /** IANA name: whose days these are. */
  timeZone: string;
  isFirst: boolean;
  /** Whether the reader asked to clear it, and is asked again. */
  asksToClear: boolean;
};
