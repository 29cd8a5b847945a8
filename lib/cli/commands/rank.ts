import { createInterface } from "node:readline";
import { z } from "zod";
import { parseDate } from "@/lib/feeds/parse-date";
import { openRankStream } from "@/lib/ranking/engine/stream/open-rank-stream";
import type { Impression } from "@/lib/ranking/engine/stream/types";
import type { CommandIo } from "./command";

/** A line's occasion, and the ids of its candidates as they were written. */
type ReadLine = { impression: Impression; ids: (string | number)[] };

const usage = "Usage: broadsheet rank < impressions.ndjson\n";

/** Smaller numbers are seconds since 1970, as some write them. */
const secondsMax = 100_000_000_000;

/** An instant as a date in words or as epoch milliseconds; one that cannot be read counts as not told. */
const instant = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => {
    if (value === null || value === undefined) return null;
    if (typeof value === "string") return parseDate(value)?.getTime() ?? null;
    return value < secondsMax ? value * 1_000 : value;
  });
const id = z.union([z.string(), z.number()]);
const words = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value?.trim() ?? "");
const named = { title: words, section: words, publisher: z.union([z.number().transform(String), words]) };

const impressionLine = z
  .object({
    history: z
      .array(z.object({ ...named, id: id.nullish().catch(null), at: instant }))
      .nullish()
      .transform((reads) => reads ?? []),
    candidates: z.array(z.object({ ...named, id, publishedAt: instant, popularity: z.number().nullish().catch(null) })),
    now: instant,
  })
  .transform(
    ({ history, candidates, now }): ReadLine => ({
      ids: candidates.map((candidate) => candidate.id),
      impression: {
        history: history.map(({ at, id: readId, ...read }) => ({ ...read, id: String(readId ?? ""), atMs: at })),
        candidates: candidates.map(({ publishedAt, popularity, ...candidate }) => ({
          ...candidate,
          id: String(candidate.id),
          publishedAtMs: publishedAt,
          popularity: popularity ?? null,
        })),
        nowMs: now,
      },
    }),
  );

/**
 * `broadsheet rank`: reads occasions to show a reader something as JSON lines from standard input, and prints for each how
 * every candidate scores for that reader. Needs no database.
 *
 * @returns exit code: 0; 1 where lines could not be read, each named on standard error; 2 for wrong use
 */
export async function rankCommand(args: string[], io: CommandIo): Promise<number> {
  if (args.length > 0) {
    io.stderr.write(usage);
    return 2;
  }
  const stream = openRankStream();
  let number = 0;
  let unread = 0;
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    const read = readLine(line);
    if (typeof read === "string") {
      unread += 1;
      io.stderr.write(`Line ${number} was passed over: ${read}\n`);
      continue;
    }
    const scores = stream.rank(read.impression).map((score, index) => ({ ...score, id: read.ids[index] ?? score.id }));
    await print({ line: number, scores }, io);
  }
  return unread === 0 ? 0 : 1;
}

/** The occasion of a line, or what is wrong with it and what to do. */
function readLine(line: string): ReadLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "it is no JSON. Write each occasion as one JSON object on one line.";
  }
  const read = impressionLine.safeParse(value);
  return read.success ? read.data : `${z.prettifyError(read.error).replaceAll("\n", " ")}. See \`broadsheet help rank\` for the shape.`;
}

async function print(answer: object, { stdout }: CommandIo): Promise<void> {
  const isRoomLeft = stdout.write(`${JSON.stringify(answer)}\n`);
  if (!isRoomLeft) await new Promise<void>((resolve) => stdout.once("drain", () => resolve()));
}
