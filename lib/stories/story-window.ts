import type { StoryMember, TermWeight } from "./choose-story";

/** The articles that a new one of the same language is compared with, found by their terms. */
export type StoryWindow = { weight: TermWeight; membersByTerm: Map<string, StoryMember[]> };

/** Steadies the weights of small windows, where every term is rare. */
const steadyDocuments = 20;
/** An article is looked up by the rarest of its terms that the window knows; any of its event shares some of them. */
const lookupTerms = 24;
/** A candidate shares at least this many of them, so that the cost follows the candidates and not the window. */
const sharedLookupsMin = 2;
/** Feeds whose texts are all made of the same words must not make each article a candidate of all others. */
const candidatesMax = 1_000;

/**
 * Opens a window on `members` (those without a story are weighed but never candidates).
 * Weight of a term: log((N + 20) / (df + ½)) over members and `arriving` articles.
 */
export function openWindow(members: readonly StoryMember[], arriving: readonly StoryMember[]): StoryWindow {
  const window = { weight: weighTerms([...members, ...arriving]), membersByTerm: new Map<string, StoryMember[]>() };
  for (const member of members) addMember(window, member);
  return window;
}

/** Adds an article, now in a story, to what later ones are compared with. */
export function addMember(window: StoryWindow, member: StoryMember): void {
  for (const term of member.terms) {
    const members = window.membersByTerm.get(term);
    if (members) members.push(member);
    else window.membersByTerm.set(term, [member]);
  }
}

/**
 * The articles in stories that share at least two of the article's 24 rarest terms that occur in the window; at most
 * 1,000. Order: most shared terms first, else as found.
 */
export function listCandidates(window: StoryWindow, article: StoryMember): StoryMember[] {
  const rarest = article.terms
    .filter((term) => window.membersByTerm.has(term))
    .sort((a, b) => window.weight(b) - window.weight(a) || (a < b ? -1 : 1))
    .slice(0, lookupTerms);
  const shared = new Map<StoryMember, number>();
  for (const term of rarest) {
    for (const member of window.membersByTerm.get(term) ?? []) shared.set(member, (shared.get(member) ?? 0) + 1);
  }
  return [...shared]
    .filter(([, count]) => count >= sharedLookupsMin)
    .sort(([, a], [, b]) => b - a)
    .slice(0, candidatesMax)
    .map(([member]) => member);
}

/** Weights of terms by rarity among documents. */
function weighTerms(documents: readonly { terms: readonly string[] }[]): TermWeight {
  const counts = new Map<string, number>();
  for (const { terms } of documents) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weights = new Map([...counts].map(([term, count]) => [term, Math.log((documents.length + steadyDocuments) / (count + 0.5))]));
  const unseen = Math.log((documents.length + steadyDocuments) / 0.5);
  return (term) => weights.get(term) ?? unseen;
}
