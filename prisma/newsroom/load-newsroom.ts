import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { checkEvents } from "./check-events";
import { type LoadedEvent, NewsroomEvent, NewsroomTitle } from "./types";

/** As every path of ours from the project's folder: in a bundle a file does not lie where its source did. */
const ownFolder = path.resolve("prisma/newsroom");

export type Newsroom = { titles: NewsroomTitle[]; events: NewsroomEvent[] };

/** A fault in the newsroom's data files; `faults` has one line a fault: file, path and what is wrong there. */
export class NewsroomFault extends Error {
  constructor(readonly faults: string[]) {
    super(`The newsroom's files have ${faults.length} fault${faults.length === 1 ? "" : "s"}:\n${faults.join("\n")}`);
    this.name = "NewsroomFault";
  }
}

/**
 * Reads `titles.json` and every `events/*.json` of a newsroom folder.
 *
 * @param folder holds `titles.json` and `events/`; our own newsroom's unless told
 * @returns titles and events, events in the order of their file names
 * @throws NewsroomFault naming file and path of every fault: syntax, shape, doubled keys, pictures that
 *   nobody carries, sections a title has no feed for, updates that cannot apply
 */
export function loadNewsroom(folder: string = ownFolder): Newsroom {
  const titles = loadTitles(folder);
  const faults: string[] = [];
  const loaded: LoadedEvent[] = [];
  for (const name of listEventFiles(folder)) {
    const file = `events/${name}`;
    const event = parseFile(path.join(folder, file), file, NewsroomEvent, faults);
    if (event !== null) loaded.push({ file, event });
  }
  faults.push(...checkEvents(titles, loaded));
  if (faults.length > 0) throw new NewsroomFault(faults);
  return { titles, events: loaded.map((one) => one.event) };
}

/**
 * Reads `titles.json` only.
 *
 * @returns the titles in the file's order
 * @throws NewsroomFault on a fault in the file or a doubled slug
 */
export function loadTitles(folder: string = ownFolder): NewsroomTitle[] {
  const faults: string[] = [];
  const titles = parseFile(path.join(folder, "titles.json"), "titles.json", z.array(NewsroomTitle).min(1), faults) ?? [];
  const seen = new Set<string>();
  for (const [index, title] of titles.entries()) {
    if (seen.has(title.slug)) faults.push(`titles.json: [${index}].slug: "${title.slug}" is used twice`);
    seen.add(title.slug);
  }
  if (faults.length > 0) throw new NewsroomFault(faults);
  return titles;
}

function listEventFiles(folder: string): string[] {
  return readdirSync(path.join(folder, "events"))
    .filter((name) => name.endsWith(".json"))
    .sort();
}

function parseFile<T>(absolute: string, file: string, schema: z.ZodType<T>, faults: string[]): T | null {
  const json = readJson(absolute);
  if (!json.ok) {
    faults.push(`${file}: ${json.reason}`);
    return null;
  }
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) faults.push(`${file}: ${formatPath(issue.path)}: ${issue.message}`);
  return null;
}

function readJson(absolute: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(readFileSync(absolute, "utf8")) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function formatPath(parts: readonly PropertyKey[]): string {
  if (parts.length === 0) return "(whole file)";
  return parts
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}
