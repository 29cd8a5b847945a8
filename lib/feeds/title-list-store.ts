import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { failingFrom } from "./judge-poll";
import type { TitleFilter } from "./title-filter";
import type { TitleRow } from "./title-types";

const pageRows = 50;

/** SQL: how a title `p` stands. */
const standing = Prisma.sql`CASE WHEN p.merged_into_id IS NOT NULL THEN 'merged' WHEN p.retired_at IS NOT NULL THEN 'retired'
  WHEN p.paused_at IS NOT NULL THEN 'paused' WHEN NOT p.is_active THEN 'off' WHEN p.quiet_told_at IS NOT NULL THEN 'quiet' ELSE 'live' END`;

/**
 * A page of all titles, also those that are not in the paper. Order: name as lower case, then id.
 *
 * @returns at most 50, and whether there are more
 */
export async function listTitleRows(filter: TitleFilter, conn: Conn = db): Promise<{ rows: TitleRow[]; hasMore: boolean }> {
  const pattern = filter.words === null ? null : `%${filter.words.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await conn.$queryRaw<TitleRow[]>`
    SELECT p.id, p.slug, p.name, p.country, p.language, p.licence::text AS licence, p.wall::text AS wall, p.is_sample AS "isSample",
      ${standing} AS standing, coalesce(f.feeds, 0) AS feeds, coalesce(f.failing, 0) AS failing, f.last_at AS "lastEntryAt"
    FROM publisher p LEFT JOIN LATERAL (
      SELECT count(*)::int AS feeds, count(*) FILTER (WHERE failure_count >= ${failingFrom})::int AS failing, max(last_entry_at) AS last_at
      FROM feed WHERE publisher_id = p.id AND is_active) f ON true
    WHERE (${pattern}::text IS NULL OR p.name ILIKE ${pattern} OR p.slug ILIKE ${pattern} OR p.home_url ILIKE ${pattern})
      AND (${filter.country}::text IS NULL OR p.country = ${filter.country})
      AND (${filter.wall}::text IS NULL OR p.wall::text = ${filter.wall})
      AND (${filter.standing}::text IS NULL OR ${standing} = ${filter.standing})
      AND (${filter.after?.id ?? null}::int IS NULL OR (lower(p.name), p.id) > (${filter.after?.name ?? ""}, ${filter.after?.id ?? 0}))
    ORDER BY lower(p.name), p.id LIMIT ${pageRows + 1}`;
  return { rows: rows.slice(0, pageRows), hasMore: rows.length > pageRows };
}

/** The countries that titles are of, in alphabetical order of their letters. */
export async function listTitleCountries(conn: Conn = db): Promise<string[]> {
  const rows = await conn.publisher.findMany({ distinct: ["country"], orderBy: { country: "asc" }, select: { country: true }, take: 300 });
  return rows.map((row) => row.country);
}
