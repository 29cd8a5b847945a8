import type { Member } from "./types";

/** The articles of a window by place: a small number, given out again when an article leaves. */
export type Places = {
  /** Gives an article its place. */
  take: (member: Member) => void;
  give: (member: Member) => void;
  at: (place: number) => Member | undefined;
};

/** Opens places without articles. */
export function openPlaces(): Places {
  const members: (Member | undefined)[] = [];
  const free: number[] = [];
  return {
    take: (member) => {
      member.place = free.pop() ?? members.length;
      members[member.place] = member;
    },
    give: (member) => {
      members[member.place] = undefined;
      free.push(member.place);
    },
    at: (place) => members[place],
  };
}
