import { readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { z } from "zod";
import { sendRaw } from "../../support/raw-request";
import type { StackFacts } from "../../support/stack-file";

const Secrets = z.object({ internalToken: z.string() });
const Row = z.object({ tag: z.string() });
const tagsMax = 2_000;

/** Drops every kept visitor page, as the worker does when an article changes. */
export async function invalidateEverything(stack: StackFacts, client: pg.Client): Promise<void> {
  const { internalToken } = Secrets.parse(JSON.parse(await readFile(path.join(stack.dataDir, "secrets.json"), "utf8")));
  const found = await client.query(
    `SELECT 'article:' || id AS tag FROM article UNION SELECT 'publisher:' || slug FROM publisher WHERE is_active
     UNION SELECT 'author:' || slug FROM author UNION SELECT 'section:' || section FROM article`,
  );
  const tags = ["front", "top", "picks", "titles", ...found.rows.map((row) => Row.parse(row).tag)];
  for (let start = 0; start < tags.length; start += tagsMax) {
    const body = JSON.stringify({ tags: tags.slice(start, start + tagsMax) });
    const headers = { authorization: `Bearer ${internalToken}`, "content-type": "application/json" };
    const answer = await sendRaw(stack.baseUrl, { method: "POST", path: "/api/internal/invalidate", headers, body });
    if (answer.status !== 200) throw new Error(`Invalidating answered ${answer.status}: ${answer.body.toString("utf8").slice(0, 200)}`);
  }
}
