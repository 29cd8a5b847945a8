import type { Standing, TitleRow } from "./title-types";

/** What the office's list is narrowed by; null is anything. `after`: the last name and id of the page before. */
export type TitleFilter = {
  words: string | null;
  standing: Standing | null;
  country: string | null;
  wall: TitleRow["wall"] | null;
  after: { name: string; id: number } | null;
};
