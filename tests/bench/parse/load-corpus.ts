import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const ManifestRow = z.object({ file: z.string(), items: z.number().nullable().catch(null) });

const OracleItem = z.object({
  id: z.string().nullish(),
  title: z.string().nullish(),
  link: z.string().nullish(),
  published: z.string().nullish(),
});
export type OracleItem = z.infer<typeof OracleItem>;

const OracleRow = z.object({ file: z.string(), link: z.string().nullish(), items: z.array(OracleItem) });

export type CorpusFeed = { file: string; bytes: Uint8Array; homeUrl: string | null; oracle: OracleItem[] };

/** Reads the captured feeds under `directory` and what the reference reader made of them. */
export function loadCorpus(directory: string): CorpusFeed[] {
  const oracle = new Map(
    lines(gunzipSync(readFileSync(join(directory, "oracle.jsonl.gz"))).toString("utf8")).map((line) => {
      const row = OracleRow.parse(JSON.parse(line));
      return [row.file, row] as const;
    }),
  );
  return lines(readFileSync(join(directory, "manifest.jsonl"), "utf8")).map((line) => {
    const { file } = ManifestRow.parse(JSON.parse(line));
    const row = oracle.get(file);
    return { file, bytes: readFileSync(join(directory, file)), homeUrl: row?.link ?? null, oracle: row?.items ?? [] };
  });
}

const lines = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");
