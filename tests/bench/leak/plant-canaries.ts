import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { z } from "zod";
import { type Canary, newToken } from "./canary";

const Chosen = z.object({ articleId: z.number(), slug: z.string(), access: z.enum(["open", "registered", "metered", "lead_in", "paid"]) });

/** Twenty that no visitor and no free account may read, by each kind of wall, a few that any account may, two that everyone may. */
const wanted = { lead_in: 8, metered: 8, paid: 4, registered: 4, open: 2 };

/** Waits until the newsroom's first sweep is stored: enough gated texts, and no more coming. @throws Error after two minutes */
export async function waitForArticles(client: pg.Client): Promise<number> {
  let before = -1;
  for (let waitedSec = 0; waitedSec < 120; waitedSec += 3) {
    const counted = await client.query("SELECT count(*)::int AS bodies FROM article_body");
    const { bodies } = z.object({ bodies: z.number() }).parse(counted.rows[0]);
    if (bodies >= 60 && bodies === before) return bodies;
    before = bodies;
    await delay(3_000);
  }
  throw new Error("The newsroom's articles did not come in within two minutes.");
}

/** Chooses the articles: half the newest of each kind, which stand on the front page, and half the oldest. */
export async function chooseCanaries(client: pg.Client): Promise<Canary[]> {
  const chosen: Canary[] = [];
  for (const [access, count] of Object.entries(wanted)) {
    const found = await client.query(
      `WITH held AS (
         SELECT a.id AS "articleId", a.slug, a.access::text AS access,
           row_number() OVER (ORDER BY a.published_at DESC, a.id DESC) AS newest,
           row_number() OVER (ORDER BY a.published_at, a.id) AS oldest
         FROM article a JOIN publisher p ON p.id = a.publisher_id AND p.is_sample AND p.is_active
         JOIN article_body b ON b.article_id = a.id
         WHERE a.access::text = $1 AND b.html LIKE '%</p>%' AND a.lead_in <> '')
       SELECT "articleId", slug, access FROM held ORDER BY least(newest, oldest), newest LIMIT $2`,
      [access, count],
    );
    for (const row of found.rows) chosen.push({ ...Chosen.parse(row), token: newToken(), marker: newToken() });
  }
  return chosen;
}

/**
 * Writes each canary at both ends of every paragraph of its article's text, and its marker into the lead-in, where
 * they are not already: the worker may have stored a correction since. The feed and the article's facts stay. The
 * lead-in is a column of its own, so that no part of the text, its first words included, may be met outside it.
 */
export async function plantCanaries(client: pg.Client, canaries: readonly Canary[]): Promise<void> {
  for (const { articleId, token, marker } of canaries) {
    await client.query(
      `UPDATE article_body SET html = replace(replace(html, '<p>', '<p>' || $2 || ' '), '</p>', ' The word is ' || $2 || '.</p>')
       WHERE article_id = $1 AND strpos(html, $2) = 0`,
      [articleId, token],
    );
    await client.query("UPDATE article SET lead_in = lead_in || ' ' || $2 || '.' WHERE id = $1 AND strpos(lead_in, $2) = 0", [
      articleId,
      marker,
    ]);
  }
}

/** Ends an account's trial a minute ago. */
export async function lapseTrial(client: pg.Client, email: string): Promise<void> {
  const ended = await client.query(`UPDATE "user" SET trial_ends_at = now() - interval '1 minute' WHERE email = $1`, [email]);
  if (ended.rowCount !== 1) throw new Error(`There is no account ${email}.`);
}
