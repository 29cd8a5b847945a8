import { Prisma } from "@/prisma/generated/client";

/** So many of the last reads are looked at. */
const readsMax = 100;

/** Ids of articles that an account read and that have been materially revised since, as an array. Order: last revised first; at most `take`. */
export const changedReads = (userId: string, take: number) => Prisma.sql`ARRAY(
  SELECT a.id FROM (SELECT article_id, revision_count FROM article_read WHERE user_id = ${userId} AND read_at IS NOT NULL
      ORDER BY last_at DESC, article_id DESC LIMIT ${readsMax}) r
    JOIN article a ON a.id = r.article_id AND a.revision_count > r.revision_count
    CROSS JOIN LATERAL (SELECT v.seen_at FROM revision v WHERE v.article_id = a.id AND v.number > r.revision_count AND v.kind = 'material'
      ORDER BY v.number DESC LIMIT 1) v
  ORDER BY v.seen_at DESC, a.id DESC LIMIT ${take})`;
