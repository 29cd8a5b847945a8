import { createReadStream } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import type { EngineVerdict } from "./engine/types";

/** Verdicts of a rebuild on their way to the database: those of a year do not fit into memory. */
export type VerdictFile = {
  write: (verdicts: readonly EngineVerdict[]) => Promise<void>;
  /** Everything written, in its order. */
  read: (portion: number) => AsyncGenerator<EngineVerdict[]>;
  remove: () => Promise<void>;
};

const Line = z.object({
  id: z.int(),
  storyKey: z.int(),
  score: z.number(),
  isNew: z.boolean(),
  copyOfId: z.int().nullable(),
  terms: z.array(z.string()),
  weights: z.array(z.int()),
  signature: z.base64().nullable(),
});

/** Opens an empty file in a folder of its own. */
export async function openVerdictFile(): Promise<VerdictFile> {
  const folder = await makeTempFolder("broadsheet-rebuild-");
  const name = path.join(folder, "verdicts.ndjson");
  const handle: FileHandle = await open(name, "a");
  return {
    write: async (verdicts) => {
      await handle.appendFile(verdicts.map(toLine).join(""));
    },
    read: async function* (portion) {
      let waiting: EngineVerdict[] = [];
      for await (const line of createInterface({ input: createReadStream(name), crlfDelay: Number.POSITIVE_INFINITY })) {
        waiting.push(fromLine(line));
        if (waiting.length < portion) continue;
        yield waiting;
        waiting = [];
      }
      if (waiting.length > 0) yield waiting;
    },
    remove: async () => {
      await handle.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const toLine = ({ id, storyKey, score, isNew, copyOfId, terms, weights, signature }: EngineVerdict): string =>
  `${JSON.stringify({
    id,
    storyKey,
    score,
    isNew,
    copyOfId,
    terms,
    weights,
    signature: signature === null ? null : Buffer.from(signature).toString("base64"),
  })}\n`;

function fromLine(line: string): EngineVerdict {
  const { signature, ...read } = Line.parse(JSON.parse(line));
  return { ...read, signature: signature === null ? null : Buffer.from(signature, "base64"), reasons: null, mergedKeys: [], splits: [] };
}
