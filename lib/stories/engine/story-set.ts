import { openJournal } from "./journal";
import { attach, detach, openStory } from "./story-sums";
import type { Member, StoryState } from "./types";
import { openWindow } from "./window";

/** The stories of a window and every change of them, each noted so that it can be taken back. */
export type StorySet = ReturnType<typeof openStorySet>;

/** Opens an empty set. */
export function openStorySet() {
  const window = openWindow();
  const stories = new Map<number, StoryState>();
  const journal = openJournal();

  const dropEmpty = (story: StoryState): void => {
    if (story.members.length === 0) stories.delete(story.key);
  };
  const leave = (member: Member): void => dropEmpty(window.leave(member));
  return {
    window,
    /** Begins the changes that the coming of this article makes. */
    begin: journal.open,
    /** What happened so far can no longer be taken back exactly. */
    settle: journal.clear,
    isLive: (story: StoryState): boolean => stories.get(story.key) === story,
    /** The story with this key, opened if need be. */
    storyOf: (key: number): StoryState => {
      const story = stories.get(key) ?? openStory(key);
      stories.set(key, story);
      return story;
    },
    /** Lets time pass to this instant: what is too old leaves the window. */
    pass: (atMs: number): void => {
      const clockMs = window.clock();
      const expired = window.expire(atMs);
      for (const { story } of expired) dropEmpty(story);
      journal.note(() => {
        for (const { story } of expired) stories.set(story.key, story);
        window.restore(expired, clockMs);
      });
    },
    enter: (member: Member, story: StoryState): void => {
      window.enter(member, story);
      journal.note(() => leave(member));
    },
    /** Moves articles to another story; one left empty is closed. */
    move: (members: readonly Member[], into: StoryState): void => {
      for (const member of members) {
        const from = detach(member);
        attach(member, into);
        dropEmpty(from);
        journal.note(() => {
          detach(member);
          dropEmpty(into);
          stories.set(from.key, from);
          attach(member, from);
        });
      }
    },
    /** Takes an article out: exactly where it came last, else it just leaves. */
    remove: (id: number): void => {
      const member = window.members.get(id);
      if (!member || journal.undoLast(id)) return;
      leave(member);
      journal.clear();
    },
  };
}
