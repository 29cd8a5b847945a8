import { signatureOf } from "./article-numbers";
import { chooseStory, type StoryChoice } from "./choose-story";
import { constants } from "./constants";
import { rankCopies } from "./copy-index";
import { gatherEvidence, type NearStory } from "./gather-evidence";
import type { Member } from "./types";
import type { StoryWindow } from "./window";

/** Copies are looked for in the likest stories besides among those with a band in common. */
const copyStories = 4;

/** What the window says of an article that has not entered it yet. */
export type Judgement = {
  near: NearStory[];
  choice: StoryChoice;
  /** The article whose text it repeats, and how much of the shorter text they share. */
  copy: { member: Member; part: number } | null;
};

/** Weighs an article against the window's stories and texts. */
export function judgeArticle(member: Member, window: StoryWindow): Judgement {
  const near = gatherEvidence(member, window.collect(member));
  const evidence = near.map((each) => each.evidence);
  return { near, choice: chooseStory(evidence, member.termCount), copy: findCopy(member, near, window) };
}

function findCopy(member: Member, near: readonly NearStory[], window: StoryWindow): Judgement["copy"] {
  const signature = signatureOf(member);
  if (!signature) return null;
  const candidates = window.collectCopies(signature);
  for (const { story } of near.slice(0, copyStories)) for (const each of story.members) candidates.add(each);
  return rankCopies(signature, candidates, constants.copyAt)[0] ?? null;
}
