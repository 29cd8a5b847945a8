import type { Access, Direction, PublisherMark } from "@/lib/articles/types";

/** A title as the directory lists it. */
export type TitleEntry = PublisherMark & {
  tagline: string | null;
  /** ISO 3166 two letters. */
  country: string;
  language: string;
  direction: Direction;
  access: Access;
};
