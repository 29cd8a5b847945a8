import type { CardAlternate } from "@/lib/articles/card-alternate";
import { type AlternateCandidate, chooseAlternates } from "./choose-alternates";
import { chooseHeadline, type HeadlineCandidate } from "./choose-headline";
import { chooseLead } from "./choose-lead";
import { findNameKeys, type NamedText } from "./find-name-keys";
import { rankKeys } from "./rank-keys";
import { scoreStory } from "./score-story";
import type { ScoreTerms } from "./types";

/** What of each article of a story its row is made of. */
export type StoryMember = AlternateCandidate &
  Omit<HeadlineCandidate, "isCopy"> &
  NamedText & {
    section: string;
    copyOfId: number | null;
    feedPlace: number | null;
    terms: readonly string[];
    isPicked: boolean;
    readCount: number;
  };

/** A story's row as its articles make it. */
export type StoryCount = {
  leadArticleId: number;
  headlineArticleId: number;
  headlineReason: string;
  firstArticleId: number;
  section: string;
  articleCount: number;
  publisherCount: number;
  firstAt: Date;
  lastAt: Date;
  score: number;
  scoreTerms: ScoreTerms;
  terms: string[];
  names: string[];
  alternates: CardAlternate[];
};

const termsKept = 12;
const namesKept = 24;
/** Names and terms of more articles say nothing new. */
const membersRead = 40;

/**
 * Counts a story from its articles that anyone may see listed.
 *
 * @param deskLeadId the article that an editor put first; another leads where that one is not among them
 * @returns null for none
 */
export function countStory(members: readonly StoryMember[], deskLeadId: number | null = null): StoryCount | null {
  const inTime = [...members].sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || a.id - b.id);
  const [first] = inTime;
  const last = inTime.at(-1);
  const chosen = members.find(({ id }) => id === deskLeadId);
  const lead = chosen ?? chooseLead(members.filter((member) => member.copyOfId === null)) ?? chooseLead(members);
  const headline = chooseHeadline(inTime.map((member) => ({ ...member, isCopy: member.copyOfId !== null })));
  if (!first || !last || !lead || !headline) return null;
  const byPublisher = Map.groupBy(inTime, (member) => member.publisherId);
  const { score, terms: scoreTerms } = scoreStory({ ...factsOf(inTime, byPublisher), firstAt: first.publishedAt });
  const read = inTime.slice(0, membersRead);
  return {
    leadArticleId: lead.id,
    headlineArticleId: headline.id,
    headlineReason: headline.reason,
    firstArticleId: first.id,
    section: lead.section,
    articleCount: members.length,
    publisherCount: byPublisher.size,
    firstAt: first.publishedAt,
    lastAt: last.publishedAt,
    score,
    scoreTerms,
    terms: rankKeys(
      read.map((member) => member.terms),
      termsKept,
    ),
    names: rankKeys(read.map(findNameKeys), namesKept),
    alternates: chooseAlternates(lead, members),
  };
}

function factsOf(inTime: readonly StoryMember[], byPublisher: ReadonlyMap<number, readonly StoryMember[]>) {
  const titles = [...byPublisher.values()];
  return {
    publisherCount: titles.length,
    originalCount: titles.filter((articles) => articles.some((article) => article.copyOfId === null)).length,
    feedPlaces: titles.flatMap((articles) => {
      const places = articles.flatMap(({ feedPlace }) => feedPlace ?? []);
      return places.length === 0 ? [] : [Math.min(...places)];
    }),
    titleTimes: titles.flatMap(([earliest]) => earliest?.publishedAt ?? []),
    wordsMost: Math.max(...inTime.map((member) => member.wordCount)),
    readCount: inTime.reduce((sum, member) => sum + member.readCount, 0),
    isPicked: inTime.some((member) => member.isPicked),
  };
}
