import { findSection } from "@/lib/articles/sections";
import { type Conn, db } from "@/lib/platform/db";
import { refRows } from "./follow-store";
import type { FollowRef, FollowTarget } from "./follow-types";

/** No more are named at once than a reader can follow. */
const namedMax = 500;

type NamedRow = FollowTarget & { asked: string };

/**
 * What these stand for now: a topic or story that another absorbed becomes that one, and twice the same is once.
 * What is not in the paper (any more) is left out. Order: as given.
 *
 * @returns each with the name and path of its page
 */
export async function nameFollows(refs: readonly FollowRef[], conn: Conn = db): Promise<FollowTarget[]> {
  const wanted = refs.slice(0, namedMax);
  if (wanted.length === 0) return [];
  const found = wanted.every(({ kind }) => kind === "section") ? [] : await selectNamed(wanted, conn);
  const byAsked = new Map(found.map(({ asked, ...named }) => [asked, named]));
  const named = wanted.flatMap((ref) =>
    ref.kind === "section" ? nameSection(ref.target) : (byAsked.get(`${ref.kind}:${ref.target}`) ?? []),
  );
  return [...new Map(named.map((target) => [`${target.kind}:${target.target}`, target])).values()];
}

/** The one thing this stands for now; null for what is not in the paper. */
export async function findFollowTarget(ref: FollowRef, conn: Conn = db): Promise<FollowTarget | null> {
  return (await nameFollows([ref], conn))[0] ?? null;
}

/** Each kind looks up its own table by primary key; an id is only read as a number where the kind says it is one. */
function selectNamed(refs: readonly FollowRef[], conn: Conn): Promise<NamedRow[]> {
  const numbered = refRows(refs.filter(({ kind }) => kind !== "section"));
  return conn.$queryRaw<NamedRow[]>`
    WITH asked AS MATERIALIZED (SELECT r.kind, r.target::int AS id FROM ${numbered})
    SELECT 'publisher:' || p.id AS asked, 'publisher' AS kind, p.id::text AS target, p.name, '/publisher/' || p.slug AS path, p.language
    FROM asked JOIN publisher p ON p.id = asked.id AND p.is_active WHERE asked.kind = 'publisher'
    UNION ALL SELECT 'topic:' || asked.id, 'topic', t.id::text, t.name, '/topic/' || t.slug, t.language
    FROM asked JOIN topic was ON was.id = asked.id JOIN topic t ON t.id = COALESCE(was.merged_into_id, was.id) WHERE asked.kind = 'topic'
    UNION ALL SELECT 'author:' || w.id, 'author', w.id::text, w.name, '/author/' || w.slug, 'en'
    FROM asked JOIN author w ON w.id = asked.id WHERE asked.kind = 'author'
    UNION ALL SELECT 'story:' || asked.id, 'story', s.id::text, COALESCE(s.desk_headline, a.headline), '/story/' || s.slug, s.language
    FROM asked JOIN story was ON was.id = asked.id JOIN story s ON s.id = COALESCE(was.merged_into_id, was.id)
    JOIN article a ON a.id = COALESCE(s.headline_article_id, s.lead_article_id) AND a.taken_down_at IS NULL AND a.hidden_at IS NULL
      AND (a.embargo_until IS NULL OR a.embargo_until <= now()) WHERE asked.kind = 'story'`;
}

function nameSection(slug: string): FollowTarget[] {
  const section = findSection(slug);
  return section ? [{ kind: "section", target: section.slug, name: section.name, path: `/section/${section.slug}`, language: "en" }] : [];
}
