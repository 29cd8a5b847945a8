import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { canonicalLanguage } from "@/lib/core/language";
import { parseDate } from "@/lib/feeds/parse-date";
import { type ClusterStream, openClusterStream, type StreamedArticle, type StreamedChoice } from "@/lib/stories/cluster-stream";
import type { CommandIo } from "./command";

const usage = "Usage: broadsheet cluster [--settle MINUTES] < articles.ndjson\n";
const settleMinutes = 10;

const instant = z.union([z.string(), z.number()]).transform((value, context) => {
  const date = parseDate(String(value));
  if (date) return date.getTime();
  context.addIssue({ code: "custom", message: "is no date" });
  return z.NEVER;
});

const articleLine = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  publishedAt: instant.nullish(),
  title: z.string().nullish(),
  text: z.string().nullish(),
  language: z.string().nullish(),
  publisher: z.string().nullish(),
});

/**
 * `broadsheet cluster`: reads articles as JSON lines from standard input and prints, for each, the story it belongs
 * to, while they stream. Needs no database.
 *
 * @returns exit code: 0; 1 where lines could not be read, each named on standard error; 2 for wrong use
 */
export async function clusterCommand(args: string[], io: CommandIo): Promise<number> {
  const minutes = readMinutes(args);
  if (minutes === null) {
    io.stderr.write(usage);
    return 2;
  }
  const stream = openClusterStream({ settleMs: minutes * 60_000 });
  const unread = await readAll(stream, io);
  await print(stream.end(), io);
  return unread === 0 ? 0 : 1;
}

/** @returns how many lines could not be read */
async function readAll(stream: ClusterStream, io: CommandIo): Promise<number> {
  let number = 0;
  let unread = 0;
  let latestMs = 0;
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    const article = readArticle(line, latestMs);
    if (typeof article === "string") {
      unread += 1;
      io.stderr.write(`Line ${number} was passed over: ${article}\n`);
      continue;
    }
    latestMs = Math.max(latestMs, article.publishedAtMs);
    await print(stream.push(article), io);
  }
  return unread;
}

/** The article of a line, or what is wrong with it. One without a date counts as published with the latest before it. */
function readArticle(line: string, latestMs: number): StreamedArticle | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "it is no JSON.";
  }
  const read = articleLine.safeParse(value);
  if (!read.success) return z.prettifyError(read.error).replaceAll("\n", " ");
  const { id, publishedAt, title, text, language, publisher } = read.data;
  return {
    id,
    publishedAtMs: publishedAt ?? latestMs,
    title: title ?? "",
    text: text ?? "",
    language: canonicalLanguage(language)?.split("-")[0] ?? null,
    publisher: publisher ?? "",
  };
}

async function print(choices: readonly StreamedChoice[], { stdout }: CommandIo): Promise<void> {
  if (choices.length === 0) return;
  const isRoomLeft = stdout.write(choices.map((choice) => `${JSON.stringify(choice)}\n`).join(""));
  if (!isRoomLeft) await new Promise<void>((resolve) => stdout.once("drain", () => resolve()));
}

function readMinutes(args: string[]): number | null {
  try {
    const { values } = parseArgs({ args, options: { settle: { type: "string" } } });
    const minutes = Number(values.settle ?? settleMinutes);
    return Number.isFinite(minutes) && minutes >= 0 ? minutes : null;
  } catch {
    return null;
  }
}
