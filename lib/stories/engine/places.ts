import type { Member } from "./types";

/** The articles of a window by place: a small number, given out again some time after an article has left. */
export type Places = {
  /** Gives an article its place. */
  take: (member: Member) => void;
  /** Leaves a place empty; nobody gets it before `release`. */
  give: (member: Member) => void;
  at: (place: number) => Member | undefined;
  /** Places that articles have left since the last `release`. */
  left: () => readonly number[];
  /** Lets those be given out again. */
  release: () => void;
};

/** Opens places without articles. */
export function openPlaces(): Places {
  const members: (Member | undefined)[] = [];
  const free: number[] = [];
  let left: number[] = [];
  return {
    take: (member) => {
      member.place = free.pop() ?? members.length;
      members[member.place] = member;
    },
    give: (member) => {
      members[member.place] = undefined;
      left.push(member.place);
    },
    at: (place) => members[place],
    left: () => left,
    release: () => {
      free.push(...left);
      left = [];
    },
  };
}
