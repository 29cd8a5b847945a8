import { z } from "zod";
import type { Mute } from "@/lib/entitlements/mute-types";
import { Prisma } from "@/prisma/generated/client";

/**
 * What the account `u` of the surrounding query has muted, as one JSON column: whatever has expired by the account's own
 * clock is left out. Of a topic and a story come all that were merged with it; merges are kept flat. By index only.
 */
export const mutesColumn = Prisma.sql`
  (SELECT json_agg(json_build_object('id', m.id, 'kind', m.kind, 'language', m.language,
      'keyword', CASE WHEN m.kind = 'keyword' THEN m.target ELSE '' END,
      'expiresAt', (date_part('epoch', m.expires_at) * 1000)::float8,
      'ids', CASE WHEN m.kind = 'keyword' OR m.target !~ '^[0-9]{1,9}$' THEN ARRAY[]::int[]
        WHEN m.kind = 'topic' THEN ARRAY(SELECT t.id FROM topic asked
          JOIN topic t ON t.id = COALESCE(asked.merged_into_id, asked.id) OR t.merged_into_id = COALESCE(asked.merged_into_id, asked.id)
          WHERE asked.id = m.target::int)
        WHEN m.kind = 'story' THEN (SELECT array_remove(ARRAY[s.id, s.merged_into_id], NULL) FROM story s WHERE s.id = m.target::int)
        ELSE ARRAY[m.target::int] END) ORDER BY m.id)
    FROM mute m WHERE m.user_id = u.id AND (m.expires_at IS NULL OR m.expires_at > now() + make_interval(secs => u.clock_ahead_sec)))`;

const StoredMute = z
  .object({
    id: z.int(),
    kind: z.enum(["publisher", "author", "topic", "story", "keyword"]),
    ids: z.array(z.int()).nullable(),
    keyword: z.string(),
    language: z.string(),
    expiresAt: z.number().nullable(),
  })
  .transform(({ id, kind, ids, keyword, language, expiresAt }): Mute => {
    const until = expiresAt === null ? null : new Date(expiresAt);
    return kind === "keyword" ? { id, kind, keyword, language, expiresAt: until } : { id, kind, ids: ids ?? [], expiresAt: until };
  });

/** The mutes of that column; an account without any has null there. @throws for what we never wrote: a mute must not get lost unseen */
export const readMutes = (stored: unknown): readonly Mute[] => (stored === null ? [] : z.array(StoredMute).parse(stored));
