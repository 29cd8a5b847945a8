import { findSection } from "@/lib/articles/sections";
import { type Conn, db } from "@/lib/platform/db";
import { splitFacet } from "./plan-candidates";
import type { NamedFacet } from "./profile-types";
import { type FacetSource, listFacets } from "./to-candidate";
import type { Facet } from "./types";

const articlesMax = 500;

/** What articles are about and from whom, each with how strongly, by article; unknown ids are left out. At most 500. */
export async function findFacetsOf(articleIds: readonly number[], conn: Conn = db): Promise<Map<number, (readonly [Facet, number])[]>> {
  const rows = await conn.$queryRaw<(FacetSource & { id: number })[]>`
    SELECT a.id, a.publisher_id AS "publisherId", a.section, p.country::text AS country,
      ARRAY(SELECT aa.author_id FROM article_author aa WHERE aa.article_id = a.id ORDER BY aa.position LIMIT 3) AS "authorIds",
      ARRAY(SELECT at.topic_id FROM article_topic at WHERE at.article_id = a.id AND at.weight > 0 ORDER BY at.weight DESC, at.topic_id LIMIT 6) AS "topicIds",
      ARRAY(SELECT at.weight FROM article_topic at WHERE at.article_id = a.id AND at.weight > 0 ORDER BY at.weight DESC, at.topic_id LIMIT 6) AS "topicWeights"
    FROM article a JOIN publisher p ON p.id = a.publisher_id WHERE a.id = ANY(${articleIds.slice(0, articlesMax)}::int[])`;
  return new Map(rows.map((row) => [row.id, listFacets(row)]));
}

/** What facets are called, in the order given; what is not there any more is left out. One query. */
export async function nameFacets(facets: readonly Facet[], conn: Conn = db): Promise<NamedFacet[]> {
  const idsOf = (kind: string) =>
    facets.map(splitFacet).flatMap((facet) => (facet.kind === kind && /^\d{1,9}$/.test(facet.target) ? Number(facet.target) : []));
  const rows = await conn.$queryRaw<{ facet: Facet; name: string; path: string }[]>`
    SELECT 'publisher:' || id AS facet, name, '/publisher/' || slug AS path FROM publisher WHERE id = ANY(${idsOf("publisher")}::int[])
    UNION ALL SELECT 'author:' || id, name, '/author/' || slug FROM author WHERE id = ANY(${idsOf("author")}::int[])
    UNION ALL SELECT 'topic:' || t.id, live.name, '/topic/' || live.slug FROM topic t JOIN topic live ON live.id = COALESCE(t.merged_into_id, t.id)
      WHERE t.id = ANY(${idsOf("topic")}::int[])`;
  const named = new Map(rows.map((row) => [row.facet, row]));
  return facets.flatMap((facet) => named.get(facet) ?? nameHere(facet) ?? []);
}

const countries = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** Sections and places have their names in the house. */
function nameHere(facet: Facet): NamedFacet | null {
  const { kind, target } = splitFacet(facet);
  const section = kind === "section" ? findSection(target) : null;
  if (section) return { facet, name: section.name, path: `/section/${section.slug}` };
  return kind === "place" && /^[A-Z]{2}$/.test(target) ? { facet, name: countries.of(target) ?? target, path: null } : null;
}
