import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { ownVectors } from "./own-vectors";

const Row = z.object({ payload: z.string().optional(), string: z.string().optional() });
const files = ["xss-strings.jsonl", "dompurify-expect.jsonl", "bleach-cases.jsonl", "naughty-strings.jsonl", "open-redirect-strings.jsonl"];

/** The attack strings of the corpus and our own, each once; our own alone without a corpus. */
export function loadVectors(corpus: string | null): string[] {
  const folder = path.join(corpus ?? "", "hostile");
  const rows = corpus === null ? [] : files.flatMap((file) => readRows(path.join(folder, file)));
  return [...new Set([...ownVectors, ...rows])].filter((vector) => vector.trim() !== "");
}

function readRows(file: string): string[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.flatMap((line) => {
    const row = Row.parse(JSON.parse(line));
    return row.payload ?? row.string ?? [];
  });
}
