import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type SourceFile = { path: string; text: string; lines: number };

/** Our TypeScript files in these folders, without what is generated; paths from the project root. */
export function readSources(folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && /[.]tsx?$/.test(entry.name) && !entry.parentPath.startsWith("prisma/generated"))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const text = readFileSync(file, "utf8");
      return { path: file, text, lines: text.trimEnd().split("\n").length };
    });
}

/** The files whose code, comments left out, matches `pattern` and whose path is not among `allowed`. */
export function findOffenders(sources: SourceFile[], pattern: RegExp, allowed: (string | RegExp)[]): string[] {
  const isAllowed = (file: string) => allowed.some((rule) => (typeof rule === "string" ? file === rule : rule.test(file)));
  return sources.filter((source) => pattern.test(withoutComments(source.text)) && !isAllowed(source.path)).map((source) => source.path);
}

/** Code without block comments and line comments; a `//` inside an address (`https://`) is kept. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
}
