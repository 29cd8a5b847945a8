import type { BoardEntry } from "@/lib/editorial/types";

const noon = new Date("2026-03-10T12:00:00Z");

/** A pick that has run since noon and has no end. */
export const makeEntry = (own: Partial<BoardEntry> & { key: string }): BoardEntry => ({
  slot: 1,
  articleId: 1,
  edition: "",
  isPinned: false,
  startsAt: noon,
  endsAt: null,
  note: "",
  headline: null,
  standfirst: null,
  editorName: "Ann",
  ...own,
});
