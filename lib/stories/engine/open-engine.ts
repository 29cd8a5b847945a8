import { signatureOf } from "./article-numbers";
import { constants } from "./constants";
import { rankCopies } from "./copy-index";
import { openEditorsHand } from "./editors-hand";
import { type Judgement, judgeArticle } from "./judge-article";
import { readMember, recallMember } from "./make-member";
import { mergeAround, splitGrown } from "./revise-stories";
import { openStorySet } from "./story-set";
import { packSignature } from "./text-signature";
import type { EngineArticle, EngineMember, EngineVerdict, Member, StoryEngine } from "./types";
import type { StoryWindow } from "./window";

/**
 * The stories of one language as articles stream in. The same articles in the same order give the same stories; what
 * an article costs depends on the articles that share its rare terms.
 *
 * @param newKey gives each new story its key: one an article at most, and one more where a story is parted
 */
export function openEngine({ newKey }: { newKey: () => number }): StoryEngine {
  const set = openStorySet();
  const hand = openEditorsHand();

  const add = (article: EngineArticle): EngineVerdict => {
    set.remove(article.id);
    set.begin(article.id);
    set.pass(article.publishedAtMs);
    const { member, terms, weights } = readMember(article, set.window);
    const judgement = judgeArticle(member, set.window);
    const joined = hand.keyFor(article.id) ?? keyToJoin(judgement);
    const story = set.storyOf(joined ?? newKey());
    member.copyOfId = originalOf(member, judgement, set.window);
    set.enter(member, story);
    const near = judgement.near.map((each) => each.story);
    const mergedKeys = mergeAround(story, near, set, hand);
    const splits = splitGrown(member.story ?? story, set, hand, newKey);
    if (set.window.terms.compact()) set.settle();
    const signature = signatureOf(member);
    return {
      id: article.id,
      storyKey: story.key,
      score: Math.min(1, Math.max(judgement.choice.score, judgement.copy?.part ?? 0)),
      isNew: joined === null,
      copyOfId: member.copyOfId,
      reasons: judgement.choice.reasons,
      terms,
      weights,
      signature: signature && packSignature(signature),
      mergedKeys,
      splits,
    };
  };

  const warm = (known: readonly EngineMember[]): void => {
    for (const one of known) {
      set.remove(one.id);
      set.pass(one.publishedAtMs);
      set.enter(recallMember(one, set.window), set.storyOf(one.storyKey));
    }
    set.settle();
  };
  return { warm, add, remove: set.remove, hold: hand.hold, keepApart: hand.keepApart };
}

/** A copy tells its original's story, whatever the rest of the window says. */
function keyToJoin({ choice, copy }: Judgement): number | null {
  return copy?.member.story?.key ?? (choice.kind === "join" ? choice.key : null);
}

/** The first of a chain of copies, or the article that it repeats itself where it no longer shares enough with the first. */
function originalOf(member: Member, { copy }: Judgement, window: StoryWindow): number | null {
  if (!copy) return null;
  const firstId = copy.member.copyOfId ?? copy.member.id;
  const first = window.members.get(firstId);
  const isStray = first !== undefined && rankCopies(signatureOf(member), [first], constants.copyAt).length === 0;
  return isStray ? copy.member.id : firstId;
}
