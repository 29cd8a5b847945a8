import type { ReactElement } from "react";

/** A page of the paper, composed for one reader and not yet printed. */
export type PageView = {
  title: string;
  /** What its head says to machines besides the title: address, previews, robots. */
  head: ReactElement;
  page: ReactElement;
  /** What it shows, by tag: a change of any of these makes a kept copy out of date. */
  tags: readonly string[];
};

/** The path that an address leads on to, for good. */
export type MovedPage = { movedTo: string };

/** What a `compose…` function finds for one reader: a page, where it went, or nothing. */
export type ComposedPage = PageView | MovedPage | null;

/** Title of what is not there, in either lane. */
export const missingTitle = "Not in this paper";
