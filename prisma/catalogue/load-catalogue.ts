import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CatalogueFile, type CataloguePublisher } from "./types";

/** One file of the catalogue as read: its name, such as "fr.json", and its text. */
export type CatalogueText = { file: string; text: string };

/**
 * Every publisher of the catalogue, by country file and then in the file's own order.
 *
 * @param folder where the `{country}.json` files lie; the bundled catalogue if left out
 * @throws Error naming each file and path that is wrong: bundled data that does not hold is our own broken promise
 */
export function loadCatalogue(folder: string = resolve("prisma/catalogue/publishers")): CataloguePublisher[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const texts = names.toSorted().map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
  return parseCatalogue(texts);
}

/**
 * Reads and checks catalogue files: their shape, that each title lies in its country's file,
 * and that no slug and no feed address occurs twice.
 *
 * @param texts the files, in the order wanted
 * @throws Error listing every problem as "file path: reason", one a line
 */
export function parseCatalogue(texts: CatalogueText[]): CataloguePublisher[] {
  const problems: string[] = [];
  const placed = texts.flatMap((text) => readFile(text, problems));
  problems.push(...misplaced(placed), ...repeated(placed, "slug", slugsOf), ...repeated(placed, "feed", feedKeysOf));
  if (problems.length > 0) throw new Error(`The catalogue does not hold:\n${problems.join("\n")}`);
  return placed.map(({ publisher }) => publisher);
}

type Placed = { at: string; file: string; publisher: CataloguePublisher };

function readFile({ file, text }: CatalogueText, problems: string[]): Placed[] {
  const parsed = CatalogueFile.safeParse(readJson(file, text, problems));
  if (parsed.success) return parsed.data.map((publisher, index) => ({ at: `${file} [${index}]`, file, publisher }));
  problems.push(...parsed.error.issues.map((issue) => `${file} ${pathOf(issue.path)}: ${issue.message}`));
  return [];
}

function readJson(file: string, text: string, problems: string[]): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    problems.push(`${file}: not JSON (${error instanceof Error ? error.message : "unreadable"})`);
    return null;
  }
}

/** A path as a reader would write it: `[3].feeds[0].url`. */
function pathOf(path: PropertyKey[]): string {
  return path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("") || "(whole file)";
}

function misplaced(placed: Placed[]): string[] {
  return placed
    .filter(({ file, publisher }) => file !== `${publisher.country.toLowerCase()}.json`)
    .map(({ at, publisher }) => `${at}.country: ${publisher.slug} is of ${publisher.country}, another file's`);
}

function repeated(placed: Placed[], what: string, keysOf: (publisher: CataloguePublisher) => string[]): string[] {
  const firstAt = new Map<string, string>();
  return placed.flatMap(({ at, publisher }) =>
    keysOf(publisher).flatMap((key) => {
      const first = firstAt.get(key);
      if (first) return [`${at}: ${what} "${key}" was already used at ${first}`];
      firstAt.set(key, at);
      return [];
    }),
  );
}

const slugsOf = (publisher: CataloguePublisher) => [publisher.slug];

/** One feed reached by http and https, with or without "www." or a last slash, is one feed. */
const feedKeysOf = (publisher: CataloguePublisher) =>
  publisher.feeds.map((feed) => feed.url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, ""));
