import type { ReportKind, ReportState } from "@/lib/editorial/report-types";

/** What is wrong, as the desk says it. */
export const kindWords: Record<ReportKind, string> = {
  fact: "A fact",
  text: "The text",
  picture: "The picture",
  section: "The section",
  story: "The story it is in",
  offensive: "Offensive",
  other: "Something else",
};

export const stateWords: Record<ReportState, string> = { open: "waits for an answer", upheld: "upheld", declined: "declined" };
