import { sections } from "@/lib/articles/sections";
import { drawChance } from "./engine/draw-chance";
import type { Finds, FindTarget } from "./find-types";
import type { CandidateRequest } from "./plan-candidates";

/** A story that was found, by its id, or an article without one by its own id, less than 0. */
export type Gathered = { key: number /** What it was found under. */; brought: string[]; isPick: boolean; place: number };

/** Of the best of a section a follow looks at so many. */
const sectionFollowed = 8;
/** Of each section the seed chooses so many of the best, so that no reader sees only what they know. */
const explored = 3;

/** Under what to look for a request: first what the reader's own follows and likings name, then what stands for everyone. */
export function targetsOf(request: CandidateRequest): FindTarget[] {
  const { publishers, topics, authors, stories, languages, editions } = request;
  return [
    ...publishers.map((id): FindTarget => `publisher:${id}`),
    ...topics.map((id): FindTarget => `topic:${id}`),
    ...authors.map((id): FindTarget => `author:${id}`),
    ...stories.map((id): FindTarget => `story:${id}`),
    ...editions.map((edition): FindTarget => `top:${edition}`),
    ...languages.flatMap((language) => sections.map(({ slug }): FindTarget => `section:${slug} ${language}`)),
    "picks:",
  ];
}

/**
 * Brings together what was found: one for each story, with all that brought it and the best place it had anywhere. Of what
 * stands there for everyone, followed sections give their best, and every section some that the seed chooses.
 *
 * @returns by place, then the newer story
 */
export function gatherFinds(request: CandidateRequest, found: ReadonlyMap<FindTarget, Finds>): Gathered[] {
  const gathered = new Map<number, Gathered>();
  for (const target of targetsOf(request)) {
    const finds = found.get(target);
    if (!finds) continue;
    if (target.startsWith("section:")) addSection(gathered, target, keysOf(finds), request);
    else addList(gathered, target, finds);
  }
  return [...gathered.values()].sort((a, b) => a.place - b.place || b.key - a.key);
}

function addList(gathered: Map<number, Gathered>, target: FindTarget, finds: Finds): void {
  const isPick = target === "picks:";
  const by = isPick || target.startsWith("top:") ? null : target;
  for (const [index, key] of keysOf(finds).entries()) add(gathered, { key, by, isPick, place: finds.places[index] ?? 1 });
}

/** Of the best of a section: what a follow of it brings, and what anyone may come upon. */
function addSection(
  gathered: Map<number, Gathered>,
  target: FindTarget,
  keys: readonly number[],
  { sections: followed, seed }: CandidateRequest,
): void {
  const slug = target.slice("section:".length, target.indexOf(" "));
  const brought = followed.some((section) => section === slug) ? keys.slice(0, sectionFollowed) : [];
  for (const [index, key] of brought.entries()) add(gathered, { key, by: `section:${slug}`, isPick: false, place: index + 1 });
  for (const [index, key] of explore(keys, seed).entries()) add(gathered, { key, by: null, isPick: false, place: index + 1 });
}

type Find = { key: number; by: string | null; isPick: boolean; place: number };

function add(gathered: Map<number, Gathered>, { key, by, isPick, place }: Find): void {
  const known = gathered.get(key);
  if (!known) {
    gathered.set(key, { key, brought: by === null ? [] : [by], isPick, place });
    return;
  }
  if (by !== null && !known.brought.includes(by)) known.brought.push(by);
  if (place < known.place) known.place = place;
  if (isPick) known.isPick = true;
}

const keysOf = ({ storyIds, articleIds }: Finds): number[] => articleIds.map((id, index) => storyIds[index] || -id);

/** Some of the best stories of a section, by chance: the same for the same seed. */
export const explore = (keys: readonly number[], seed: number): number[] =>
  keys
    .map((key) => ({ key, drawn: drawChance(seed, String(key)) }))
    .sort((a, b) => a.drawn - b.drawn || a.key - b.key)
    .slice(0, explored)
    .map(({ key }) => key);
