import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { rankCommand } from "@/lib/cli/commands/rank";
import type { Occasion } from "./types";

const Answer = z.object({ scores: z.array(z.object({ id: z.string(), score: z.number(), rank: z.int() })) });

/** The lines of occasions, as the program reads them. */
export const toLines = (occasions: readonly Occasion[]): string => occasions.map(({ line }) => `${JSON.stringify(line)}\n`).join("");

/** What the program says of each candidate of an occasion, in their order. */
export type OurAnswer = { score: number; rank: number }[];

/** What the program printed, an answer for each occasion. */
export const readAnswers = (printed: string): OurAnswer[] =>
  printed
    .trim()
    .split("\n")
    .map((line) => Answer.parse(JSON.parse(line)).scores);

/** Runs the command over occasions in this process. */
export async function runOurs(occasions: readonly Occasion[]): Promise<OurAnswer[]> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const printed = text(stdout);
  const code = await rankCommand([], { stdin: Readable.from([toLines(occasions)]), stdout, stderr });
  stdout.end();
  if (code !== 0) throw new Error(`broadsheet rank ended with ${code}: ${String(stderr.read() ?? "")}`);
  return readAnswers(await printed);
}
