import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { tokensIn } from "./find-tokens";

const fileBytesMax = 64 * 1024 * 1024;

export type FileScan = { files: number; findings: { token: string; file: string }[] };

/** Looks for the tokens in every file below the folders that were written since `since`; older ones cannot hold them. */
export async function scanFiles(folders: readonly string[], tokens: readonly string[], since: Date): Promise<FileScan> {
  const scan: FileScan = { files: 0, findings: [] };
  for (const file of (await Promise.all(folders.map(listFiles))).flat()) {
    scan.files += 1;
    const facts = await stat(file).catch(() => null);
    if (!facts || facts.mtime < since || facts.size > fileBytesMax) continue;
    for (const token of tokensIn([await readFile(file)], tokens)) scan.findings.push({ token, file });
  }
  return scan;
}

async function listFiles(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
