import { z } from "zod";
import { correctionCharsMax } from "@/lib/articles/desk-types";

/** What a reader may say is wrong with an article. */
export const reportKinds = ["fact", "text", "picture", "section", "story", "offensive", "other"] as const;
export type ReportKind = (typeof reportKinds)[number];
export type ReportState = "open" | "upheld" | "declined";

export const reportCharsMax = 2_000;
export const answerCharsMax = 2_000;
/** As many as someone attentive may find; more is somebody who does not mean it. */
export const reportsPerDay = 10;

/** A browser sends the line breaks of a text field as two characters. */
const words = (max: number, min: number, missing: string) =>
  z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(min, missing).max(max));

export const ReportForm = z.object({
  slug: z.string().min(1).max(300),
  kind: z.enum(reportKinds),
  words: words(reportCharsMax, 10, "Say in a sentence what is wrong"),
});

export const AnswerForm = z.object({
  id: z.coerce.number().int().positive(),
  verdict: z.enum(["upheld", "declined"]),
  answer: words(answerCharsMax, 3, "Answer the reader in a sentence"),
  /** A note for the article's readers, set in the same act; "" sets none. */
  correction: words(correctionCharsMax, 0, "").default(""),
});
export type AnswerForm = z.infer<typeof AnswerForm>;

/** A report as the desk sees it; who sent it is none of the desk's business but for the answer. Instants are ISO 8601 in UTC. */
export type DeskReport = {
  id: number;
  kind: ReportKind;
  words: string;
  state: ReportState;
  answer: string;
  answeredBy: string | null;
  answeredAt: string | null;
  reportedAt: string;
  article: { slug: string; headline: string; publisherName: string; correction: string | null };
};

export type ReportPage = { reports: DeskReport[]; nextCursor: string | null };

/** A report of one's own. `article` is null where that has been withdrawn since. */
export type OwnReport = Omit<DeskReport, "article" | "answeredBy"> & { article: { slug: string; headline: string } | null };
