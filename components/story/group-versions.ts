import type { StoryVersion } from "@/lib/stories/types";

/** One text and the titles that carry it too. */
export type VersionGroup = {
  version: StoryVersion;
  /** Nearly word for word the same text, in the order of the list. */
  copies: StoryVersion[];
  /** Whose text it is, where that stands elsewhere on the page; null for a text of its own. */
  sameAs: string | null;
};

/**
 * Folds copies under the text they repeat; each group stands where its text does. A copy whose text is not in the list
 * stands for it, the first to come before later ones.
 *
 * @param shown the versions to group, in the order in which they are to stand
 * @param all every version of the story, among which whose text it is may be found
 */
export function groupVersions(shown: readonly StoryVersion[], all: readonly StoryVersion[] = shown): VersionGroup[] {
  const byId = new Map(all.map((version) => [version.card.id, version]));
  const places = new Map(shown.map((version, index) => [version, index]));
  const groups = [...Map.groupBy(shown, (version) => rootOf(version, byId))].map(([root, members]) => {
    const version = members.find((member) => member.card.id === root) ?? earliest(members);
    const original = byId.get(root);
    return {
      version,
      copies: members.filter((member) => member !== version),
      sameAs: original && original !== version ? original.card.publisher.name : null,
    };
  });
  return groups.sort((a, b) => (places.get(a.version) ?? 0) - (places.get(b.version) ?? 0));
}

/** The article that a copy goes back to, through copies of copies; two that name each other end at the lesser. */
function rootOf(version: StoryVersion, byId: ReadonlyMap<number, StoryVersion>): number {
  const seen = new Set<number>();
  let at: StoryVersion | undefined = version;
  let id = version.card.id;
  while (at && at.copyOfId !== null && !seen.has(id)) {
    seen.add(id);
    id = at.copyOfId;
    at = byId.get(id);
  }
  return seen.has(id) ? Math.min(...seen) : id;
}

function earliest(members: readonly StoryVersion[]): StoryVersion {
  return members.reduce((first, member) => (member.card.publishedAt < first.card.publishedAt ? member : first));
}

/** The versions of one country, as its publishers are registered. */
export type CountryGroups = { country: string; titleCount: number; groups: VersionGroup[] };

/** Countries by how many titles tell it there, the most first, then by their letters. */
export function groupByCountry(versions: readonly StoryVersion[]): CountryGroups[] {
  return [...Map.groupBy(versions, (version) => version.country)]
    .map(([country, members]) => ({
      country,
      titleCount: new Set(members.map((member) => member.card.publisher.slug)).size,
      groups: groupVersions(members, versions),
    }))
    .sort((a, b) => b.titleCount - a.titleCount || (a.country < b.country ? -1 : 1));
}
