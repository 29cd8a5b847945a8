import type { Sql } from "@/lib/platform/sql";

/** Readers who follow or mute one title follow or mute the other from now on; whoever did so already keeps that. */
export async function moveFollows(fromId: number, intoId: number, conn: Sql): Promise<void> {
  const ids = [String(fromId), String(intoId)];
  await conn.query(
    `INSERT INTO follow (user_id, kind, target, followed_at)
     SELECT user_id, kind, $2, followed_at FROM follow WHERE kind = 'publisher' AND target = $1 ON CONFLICT DO NOTHING`,
    ids,
  );
  await conn.query(
    `INSERT INTO mute (user_id, kind, target, language, muted_at, expires_at)
     SELECT user_id, kind, $2, language, muted_at, expires_at FROM mute WHERE kind = 'publisher' AND target = $1 ON CONFLICT DO NOTHING`,
    ids,
  );
  await conn.query("DELETE FROM follow WHERE kind = 'publisher' AND target = $1", [String(fromId)]);
  await conn.query("DELETE FROM mute WHERE kind = 'publisher' AND target = $1", [String(fromId)]);
}
